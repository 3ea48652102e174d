// What is wrong with a preset, and where: every place is collected before anything is thrown.
#pragma once
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace synovia::preset {

struct PlacedProblem {
    std::string file;        ///< path, "--set" for an override, or the label of a buffer
    std::size_t line = 0;    ///< from 1; 0: the file as a whole
    std::size_t column = 0;  ///< from 1; 0: the line as a whole
    std::string key;         ///< the preset key, empty where no key is at fault
    std::string message;     ///< what was given and what is allowed
};

/// "file:line:column: key: message", without the parts that are absent.
std::string to_string(const PlacedProblem& problem);

/// Bad preset, side-car, table or override: what() lists every problem, one per line.
class Error : public std::runtime_error {
public:
    explicit Error(std::vector<PlacedProblem> problems);
    const std::vector<PlacedProblem>& problems() const { return problems_; }

private:
    std::vector<PlacedProblem> problems_;
};

/// Collects problems up to a readable number; a file of a million errors neither fills the screen nor takes minutes.
class Problems {
public:
    static constexpr std::size_t limit = 100;

    void add(PlacedProblem problem);
    bool full() const { return list_.size() >= limit; }
    bool has_key(const std::string& key) const;
    /// Throws Error if there is any.
    void raise() const;

private:
    std::vector<PlacedProblem> list_;
};

}  // namespace synovia::preset
