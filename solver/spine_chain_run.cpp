#include "solver/spine_chain_run.hpp"

#include <algorithm>
#include <cmath>

#include "solver/locate.hpp"
#include "solver/spine_stepper.hpp"

namespace synovia {
namespace {

/// Next to a bubble the chain is slow and smooth: with ten times its tolerance openings hold to 0.1 um, lumped
/// pressures to 40 Pa (measured), and it takes two thirds of the time.
constexpr double looser = 10.0;
constexpr double longest_step = 0.01;  // [s]
constexpr double arrival = 1e-12;      // nearer to an end than this, relative to the time, a run has arrived

/// A capsule's change of form inside a step.
struct Change {
    double time;
    std::size_t facet;
};

class ChainRunner {
public:
    ChainRunner(const SpineChain& chain, const Spine& spine, double relative_tolerance)
        : chain_(chain),
          reflex_(spine.reflex_gain, spine.reflex_latency),
          stepper_([this](const ChainState& y, double t) { return rates(y, t); }, relative_tolerance,
                   std::min(longest_step, spine.reflex_latency)) {
        forms_.fill(CapsuleForm::whole);
        stepper_.start(0.0, ChainState{});
        record();
    }

    void run(double duration, std::size_t step_limit) {
        std::vector<double> ends = chain_.hands().knots();
        std::erase_if(ends, [&](double t) { return !(t < duration); });
        ends.push_back(duration);
        for (const double end : ends)
            while (!run_.stopped && stepper_.time() < end - arrival * end) advance(end, step_limit);
    }
    ChainRun take() { return std::move(run_); }

private:
    ChainState rates(const ChainState& y, double t) const { return chain_.rates(y, t, forms_, reflex_.drive(t)); }

    void advance(double end, std::size_t step_limit) {
        if (run_.steps.size() > step_limit) {
            run_.stopped = Outcome::step_limit;
            return;
        }
        if (!stepper_.step(end)) {
            const ChainState f = rates(stepper_.state(), stepper_.time());
            const bool finite = std::all_of(f.begin(), f.end(), [](double v) { return std::isfinite(v); });
            run_.stopped = finite ? Outcome::step_underflow : Outcome::non_finite;
            return;
        }
        const auto change = first_change();
        wear_until(change ? change->time : stepper_.time());
        if (change) apply(*change);
        record();
        if (stepper_.time() >= end - arrival * end) stepper_.start(end, stepper_.state());
    }

    /// The first capsule whose form ended in the step, by its dense output.
    std::optional<Change> first_change() const {
        std::optional<Change> first;
        const auto facets = chain_.read(stepper_.state(), stepper_.time(), forms_);
        for (std::size_t k = 0; k < facet_count; ++k) {
            if (!(chain_.margin(k, facets[k], forms_[k], wear(k, stepper_.time())) < 0.0)) continue;
            const auto margin = [&](double t) {
                return chain_.margin(k, chain_.read(k, stepper_.at(t), t, forms_[k]), forms_[k], wear(k, t));
            };
            const double t = bisect(margin, stepper_.begin(), stepper_.time());
            if (!first || t < first->time) first = Change{t, k};
        }
        return first;
    }

    /// How far the facet's nucleus is worn at t, inside the last step: Simpson's rule. It changes nothing before it
    /// fires, which is why it is no part of the state.
    double wear(std::size_t k, double t) const {
        const FacetFiring& firing = chain_.capsule(k).firing();
        if (!firing.wears() || forms_[k] == CapsuleForm::cavity) return run_.wear[k];
        const double begin = stepper_.begin();
        const auto rate = [&](double s) {
            return firing.wear_rate(chain_.read(k, stepper_.at(s), s, forms_[k]).pressure);
        };
        return run_.wear[k] + (t - begin) / 6.0 * (rate(begin) + 4.0 * rate(0.5 * (begin + t)) + rate(t));
    }
    void wear_until(double t) {
        for (std::size_t k = 0; k < facet_count; ++k) run_.wear[k] = wear(k, t);
    }

    void apply(const Change& change) {
        CapsuleForm& form = forms_[change.facet];
        if (form == CapsuleForm::whole) run_.pops[change.facet].push_back(change.time);
        form = form == CapsuleForm::whole ? CapsuleForm::cavity : CapsuleForm::whole;
        stepper_.start(change.time, stepper_.at(change.time));
    }

    void record() {
        const double t = stepper_.time();
        const ChainState &y = stepper_.state(), f = rates(y, t);
        run_.steps.push_back({t, y, f, forms_});
        reflex_.remember(t, SpineChain::turn_rates(y), SpineChain::turn_rates(f));
    }

    const SpineChain& chain_;
    SpineReflex reflex_;
    SpineChain::Forms forms_;
    SpineStepper stepper_;
    ChainRun run_;
};

}  // namespace

ChainRun run_chain(const SpineChain& chain, const Scenario& scenario, std::size_t step_limit) {
    ChainRunner runner(chain, scenario.spine, looser * scenario.simulation.relative_tolerance);
    runner.run(scenario.simulation.duration, step_limit);
    return runner.take();
}

}  // namespace synovia
