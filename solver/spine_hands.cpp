#include "solver/spine_hands.hpp"

#include <cmath>
#include <numbers>

namespace synovia {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

constexpr double pause = 0.05;   // between preload and thrust [s]; proposed
constexpr double fading = 0.08;  // time in which a thrust fades [s]; proposed
constexpr double shoulders =
    0.20 / degree;  // series stiffness of the upper thorax [N m/rad]; fitted, see solver/README.md
constexpr double shoulder_damping = 0.02 / degree;  // [N m s/rad]; proposed

}  // namespace

double rise_time(const Spine& spine) {
    if (spine.rise_time) return *spine.rise_time;
    if (spine.kind == SpineKind::twist) return 1.0;
    return spine.kind == SpineKind::mobilisation ? 1.6 : 0.12;
}

double guarding(const Spine& spine) { return spine.guarding.value_or(spine.kind == SpineKind::twist ? 0.05 : 0.0); }

SpineHands::SpineHands(const Spine& spine)
    : spine_(spine),
      start_(spine.kind == SpineKind::twist ? 0.0 : spine.preload_time + pause),
      rise_(rise_time(spine)),
      sign_(spine.side == Side::left ? 1.0 : -1.0) {
    spine_.preload *= spine.individual.moment;
    spine_.moment *= spine.individual.moment;
    if (spine.kind == SpineKind::positioning) spine_.moment = spine_.common_opening = 0.0;
}

/// w(t): up the quintic ramp; a twist is held, a thrust fades.
Motion<double> SpineHands::action(double t) const {
    const double end = start_ + rise_;
    if (spine_.kind == SpineKind::twist || t <= end) return minimum_jerk(t, start_, rise_);
    const double w = std::exp(-(t - end) / fading);
    return {w, -w / fading, w / (fading * fading)};
}

/// twist: M_T10 = 0.20 (twist w - phi) - 0.02 dphi/dt (degrees). Else: preload on its vertebra, moment w on the
/// target's upper one, and for a couple the opposite on the lower one.
std::array<double, spine_level_count> SpineHands::moments(double t, double turn, double rate) const {
    std::array<double, spine_level_count> moments{};
    const double w = action(t).value;
    if (spine_.kind == SpineKind::twist) {
        moments[0] = shoulders * (sign_ * spine_.twist * degree * w - turn) - shoulder_damping * rate;
        return moments;
    }
    moments[spine_.preload_vertebra] += sign_ * spine_.preload * minimum_jerk(t, 0.0, spine_.preload_time).value;
    moments[spine_.target] += sign_ * spine_.moment * w;
    if (spine_.couple && spine_.target + 1 < spine_level_count) moments[spine_.target + 1] -= sign_ * spine_.moment * w;
    return moments;
}

/// D w d: d is 1 at the target and its neighbours, 1/2 two levels away.
Motion<double> SpineHands::common_opening(std::size_t level, double t) const {
    const std::size_t away = level > spine_.target ? level - spine_.target : spine_.target - level;
    const double most = away > 2 ? 0.0 : spine_.common_opening * (away == 2 ? 0.5 : 1.0);
    if (most == 0.0) return {};
    const Motion<double> w = action(t);
    return {most * w.value, most * w.rate, most * w.acceleration};
}

std::vector<double> SpineHands::knots() const {
    if (spine_.kind == SpineKind::twist) return {rise_};
    return {spine_.preload_time, start_, start_ + rise_};
}

}  // namespace synovia
