#include "apps/cli/trajectory_table.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "apps/cli/failure.hpp"

namespace synovia::cli {
namespace {

struct Column {
    std::string_view name;
    double Sample::*value;
};

constexpr std::array<Column, 11> columns{{
    {"time_s", &Sample::time},
    {"gap_m", &Sample::gap},
    {"gap_rate_m_s", &Sample::gap_rate},
    {"capsule_volume_m3", &Sample::capsule_volume},
    {"gap_pressure_pa", &Sample::gap_pressure},
    {"radius_m", &Sample::radius},
    {"wall_velocity_m_s", &Sample::wall_velocity},
    {"bubble_volume_m3", &Sample::bubble_volume},
    {"volume_acceleration_m3_s2", &Sample::volume_acceleration},
    {"gas_pressure_pa", &Sample::gas_pressure},
    {"pressure_pa", &Sample::pressure},
}};

void append_number(std::string& text, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

void append_row(std::string& text, const Sample& sample) {
    for (const Column& column : columns) {
        append_number(text, sample.*column.value);
        text += &column == &columns.back() ? '\n' : ',';
    }
}

std::string header() {
    std::string text;
    for (const Column& column : columns) text.append(column.name).push_back(',');
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

std::string trajectory_csv(const Trajectory& trajectory, std::optional<double> sample_rate_hz) {
    std::string text = header();
    if (sample_rate_hz) {
        const std::size_t count = sample_count(trajectory.end_time(), *sample_rate_hz);
        for (std::size_t n = 0; n < count; ++n)
            append_row(text, trajectory.at(static_cast<double>(n) / *sample_rate_hz));
        return text;
    }
    for (const double time : trajectory.step_times()) append_row(text, trajectory.at(time));
    return text;
}

}  // namespace synovia::cli
