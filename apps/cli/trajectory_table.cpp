#include "apps/cli/trajectory_table.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <string_view>

#include "apps/cli/failure.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

struct Column {
    studio::KeyText name;
    double Sample::*value;
};

constexpr Column time{{"time_s", "from the start"}, &Sample::time};
constexpr Column radius{{"radius_m", "of the bubble, or of the nucleus it is born from"}, &Sample::radius};
constexpr Column wall_velocity{{"wall_velocity_m_s", "of the bubble's wall, outwards"}, &Sample::wall_velocity};
constexpr Column bubble_volume{{"bubble_volume_m3", "of the bubble"}, &Sample::bubble_volume};
constexpr Column acceleration{{"volume_acceleration_m3_s2", "of the bubble: what sounds"},
                              &Sample::volume_acceleration};
constexpr Column gas_pressure{{"gas_pressure_pa", "of the gas in the bubble, vapour left out"}, &Sample::gas_pressure};
constexpr Column pressure{{"pressure_pa", "at the listener, as if sound took no time"}, &Sample::pressure};

constexpr std::array<Column, 11> joint_columns{{
    time,
    {{"gap_m", "between the bones"}, &Sample::gap},
    {{"gap_rate_m_s", "at which the bones part"}, &Sample::gap_rate},
    {{"capsule_volume_m3", "of liquid that capsule and recesses gave the gap"}, &Sample::capsule_volume},
    {{"gap_pressure_pa", "of the liquid in the gap"}, &Sample::gap_pressure},
    radius,
    wall_velocity,
    bubble_volume,
    acceleration,
    gas_pressure,
    pressure,
}};

constexpr std::array<Column, 8> bubble_columns{{
    time,
    {{"liquid_pressure_pa", "of the liquid far from the bubble"}, &Sample::gap_pressure},
    radius,
    wall_velocity,
    bubble_volume,
    acceleration,
    gas_pressure,
    pressure,
}};

/// A free bubble has no gap.
std::span<const Column> columns_of(Kind kind) {
    if (row_of(kind).has_gap) return joint_columns;
    return bubble_columns;
}

void append_number(std::string& text, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

/// What there is of each pocket where there are several; N counts from 1 in the order of their shares.
struct PocketColumn {
    studio::KeyText name;
    double PocketSample::*value;
};
constexpr std::array<PocketColumn, 2> pocket_columns{
    {{{"pN_pressure_pa", "of the liquid in pocket N, of a joint with several"}, &PocketSample::pressure},
     {{"pN_radius_m", "of the bubble in it, or of its nucleus"}, &PocketSample::radius}}};

/// Rows of one run, each with a line feed.
class Rows {
public:
    explicit Rows(const Trajectory& run)
        : run_(run), columns_(columns_of(run.scenario().kind)), pockets_(several(run.pocket_shares().size())) {
        for (const Column& column : columns_) text_.append(column.name.key).push_back(',');
        for (std::size_t k = 1; k <= pockets_.size(); ++k)
            for (const PocketColumn& column : pocket_columns)
                text_.append(1, column.name.key.front())
                    .append(std::to_string(k))
                    .append(column.name.key.substr(2))
                    .push_back(',');
        text_.back() = '\n';
    }

    void append(double t) {
        const Sample sample = run_.at(t);
        for (const Column& column : columns_) append_cell(sample.*column.value);
        if (!pockets_.empty()) run_.pockets_at(t, pockets_);
        for (const PocketSample& pocket : pockets_)
            for (const PocketColumn& column : pocket_columns) append_cell(pocket.*column.value);
        text_.back() = '\n';
    }

    std::string finish() { return std::move(text_); }

private:
    static std::size_t several(std::size_t pockets) { return pockets > 1 ? pockets : 0; }
    void append_cell(double value) {
        append_number(text_, value);
        text_ += ',';
    }

    const Trajectory& run_;
    std::span<const Column> columns_;
    std::vector<PocketSample> pockets_;
    std::string text_;
};

/// Samples at n / rate up to and including the end.
std::size_t sample_count(double end_time_s, double rate_hz) {
    if (!(rate_hz > 0.0 && std::isfinite(rate_hz)))
        throw Failure(ExitCode::usage, "--sample-rate: must be a positive number of hertz");
    const double intervals = std::floor(end_time_s * rate_hz * (1.0 + 1e-12));  // 0.4 s * 1 kHz is 400, not 399
    if (intervals >= static_cast<double>(largest_table_rows))
        throw Failure(ExitCode::usage, "--sample-rate: would make more than " + std::to_string(largest_table_rows) +
                                           " rows; choose a lower rate or a shorter simulation.duration_s");
    return static_cast<std::size_t>(intervals) + 1;
}

}  // namespace

std::vector<studio::KeyText> table_columns(Kind kind) {
    std::vector<studio::KeyText> names;
    for (const Column& column : columns_of(kind)) names.push_back(column.name);
    if (!row_of(kind).in_hand) return names;
    for (const PocketColumn& column : pocket_columns) names.push_back(column.name);
    return names;
}

std::string trajectory_csv(const Trajectory& trajectory, std::optional<double> sample_rate_hz) {
    Rows rows(trajectory);
    if (sample_rate_hz) {
        const std::size_t count = sample_count(trajectory.end_time(), *sample_rate_hz);
        for (std::size_t n = 0; n < count; ++n) rows.append(static_cast<double>(n) / *sample_rate_hz);
    } else {
        for (const double t : trajectory.step_times()) rows.append(t);
    }
    return rows.finish();
}

}  // namespace synovia::cli
