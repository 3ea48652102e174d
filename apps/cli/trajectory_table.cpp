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

void append_row(std::string& text, std::span<const Column> columns, const Sample& sample) {
    for (const Column& column : columns) {
        append_number(text, sample.*column.value);
        text += ',';
    }
    text.back() = '\n';
}

std::string header(std::span<const Column> columns) {
    std::string text;
    for (const Column& column : columns) text.append(column.name.key).push_back(',');
    text.back() = '\n';
    return text;
}

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
    return names;
}

std::string trajectory_csv(const Trajectory& trajectory, std::optional<double> sample_rate_hz) {
    const std::span<const Column> columns = columns_of(trajectory.scenario().kind);
    std::string text = header(columns);
    if (sample_rate_hz) {
        const std::size_t count = sample_count(trajectory.end_time(), *sample_rate_hz);
        for (std::size_t n = 0; n < count; ++n)
            append_row(text, columns, trajectory.at(static_cast<double>(n) / *sample_rate_hz));
        return text;
    }
    for (const double time : trajectory.step_times()) append_row(text, columns, trajectory.at(time));
    return text;
}

}  // namespace synovia::cli
