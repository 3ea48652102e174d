// A key that is held down, as terminals show it: most repeat it and say nothing when it is released.
#pragma once

namespace synovia::cli {

/// Released is what says so, or what is no longer repeated.
class HeldKey {
public:
    static constexpr double first_repeat_s = 0.7;  ///< X waits 0.66 s before it repeats, desktops less
    static constexpr double next_repeat_s = 0.15;  ///< then 25 a second and more

    bool down() const { return down_; }
    /// True when the key goes down; a repetition is none.
    bool press();
    /// True when it was down.
    bool release();
    /// Time goes by [s]; true when the key must have been released.
    bool pass(double seconds);

private:
    bool down_ = false, repeated_ = false;
    double since_ = 0.0;
};

}  // namespace synovia::cli
