// The one table of everything a user may set: key, unit, allowed range, meaning, and the Scenario member behind it.
// Preset loader, command line, validation, variation, documentation and the robustness campaign all read it.
#pragma once
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "solver/joint_start.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// An enumerated member, by the index into `names`.
struct ChoiceAccess {
    std::span<const std::string_view> names;
    int (*get)(const Scenario&);
    void (*set)(Scenario&, int);
};

/// Any other member, to read or to change.
template <class T>
struct MemberAccess {
    const T& (*read)(const Scenario&);
    T& (*change)(Scenario&);

    const T& operator()(const Scenario& scenario) const { return read(scenario); }
    T& operator()(Scenario& scenario) const { return change(scenario); }
};

/// How to reach the member. Take the alternative with std::visit or std::get_if.
using Access =
    std::variant<MemberAccess<double>, MemberAccess<std::optional<double>>, MemberAccess<bool>,
                 MemberAccess<std::string>, MemberAccess<std::vector<double>>, MemberAccess<LevelSet>, ChoiceAccess>;

/// The part of the model that reads a parameter; which parts a kind of run has stands in its row (kinds.hpp).
enum class Applies {
    joint,         ///< a closed capsule: a joint, or the facets of a spine
    single_joint,  ///< a joint that a hand pulls, not a facet of a spine
    bubble,        ///< a free bubble
    spine,         ///< vertebrae
    both           ///< every bubble
};

struct Parameter {
    std::string_view key;   ///< "section.name_unit", as in a preset
    std::string_view unit;  ///< "m", "Pa s", ...; empty for pure numbers, choices, flags and texts
    double min = 0.0;       ///< smallest and largest value, of a list those of each number [unit]
    double max = 0.0;
    Applies applies = Applies::both;
    bool varies = false;    ///< differs between people, joints or pulls: `--vary` draws it anew
    std::string_view text;  ///< one line: what it is
    Access access;
    bool of_pull = false;  ///< differs from one pull of a joint to the next, not only from joint to joint
};

/// Every parameter, in the order in which presets list them. `kind` itself is not in it.
std::span<const Parameter> parameters();

/// The parameter with this key, or nullptr.
const Parameter* find_parameter(std::string_view key);

/// The value as a number (number, or optional number that is present), else nullopt.
std::optional<double> number(const Scenario& scenario, const Parameter& parameter);

/// Sets a number or optional number. Precondition: the parameter is one of these.
void set_number(Scenario& scenario, const Parameter& parameter, double value);

/// Do the values of this kind of scenario include the parameter?
bool applies(const Parameter& parameter, Kind kind);

/// One thing wrong with a scenario: the key and a sentence that says what was given and what is allowed.
struct Problem {
    std::string key;
    std::string message;
};

/// Everything wrong with the scenario, empty when it may be simulated: ranges, finiteness and rules between parameters
/// (a joint takes Rayleigh-Plesset only; the pressure table is complete and increasing).
std::vector<Problem> validate(const Scenario& scenario);

/// Everything wrong with a run of it: also what has not been drawn yet (draw.hpp), and a start that does not fit.
std::vector<Problem> validate(const Scenario& scenario, const JointStart& start);

/// Bad input to simulate(): what() lists every problem, one per line.
class InvalidScenario : public std::invalid_argument {
public:
    explicit InvalidScenario(std::vector<Problem> problems);
    const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// Defaults of a kind: a joint is the preset "knuckle"; a free bubble is 10 um of air in water at rest.
Scenario default_scenario(Kind kind);

}  // namespace synovia
