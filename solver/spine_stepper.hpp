// Adaptive steps through the chain of vertebrae by Boost.Odeint's Dormand-Prince 5(4), with dense output.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>

#include "solver/spine_chain.hpp"

namespace synovia {

/// The chain is not stiff and smooth between events, so it needs neither the Jacobian nor the stiff stepper of
/// solver/integrate.hpp. The error of a step is the largest of its components, not a sum: the mirror image of a spine
/// takes the same steps to the last bit.
class SpineStepper {
public:
    using Rates = std::function<ChainState(const ChainState& y, double t)>;

    /// `longest`: no step is longer [s].
    SpineStepper(Rates rates, double relative_tolerance, double longest);
    ~SpineStepper();
    SpineStepper(SpineStepper&&) noexcept;
    SpineStepper& operator=(SpineStepper&&) noexcept;

    /// Starts anew at (t, y), where the rates may have a kink.
    void start(double t, const ChainState& y);
    /// One accepted step that ends at t_end or before; false if none is short enough.
    bool step(double t_end);
    double begin() const;             ///< of the last step [s]
    double time() const;              ///< its end [s]
    const ChainState& state() const;  ///< there
    ChainState at(double t) const;    ///< inside the last step

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace synovia
