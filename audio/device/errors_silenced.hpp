// Protection from libraries that print what they think.
#pragma once

namespace synovia::audio {

/// Sends what is written to standard error, by whomever, to nowhere for as long as it lives.
class ErrorsSilenced {
public:
    explicit ErrorsSilenced(bool enabled);
    ~ErrorsSilenced();
    ErrorsSilenced(const ErrorsSilenced&) = delete;
    ErrorsSilenced& operator=(const ErrorsSilenced&) = delete;

private:
    int before_ = -1;
};

}  // namespace synovia::audio
