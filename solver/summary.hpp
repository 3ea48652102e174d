// The handful of numbers that describe a run, with extrema located between the steps.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "solver/trajectory.hpp"
#include "solver/validity.hpp"

namespace synovia {

struct Summary {
    double min_gap_pressure = 0;            ///< [Pa]; free bubble: least far-field pressure
    double min_gap_pressure_time = 0;       ///< [s]
    double max_radius = 0;                  ///< [m]
    double max_radius_time = 0;             ///< [s]
    double min_radius = 0;                  ///< [m]
    double min_radius_time = 0;             ///< [s]
    double max_wall_speed = 0;              ///< largest |U| [m/s]
    double final_radius = 0;                ///< [m]
    double final_gap = 0;                   ///< [m]
    double peak_pressure = 0;               ///< largest |p| at the listener, unfiltered, arrival delay left out [Pa]
    double peak_pressure_time = 0;          ///< [s]
    double peak_level_db_spl = 0;           ///< 20 lg(peak_pressure / 20 uPa) [dB]; -infinity for silence
    std::optional<double> nucleation_time;  ///< [s]
    std::array<double, 3> gas_mol{};        ///< CO2, N2, O2 in the bubble at the end [mol]
    std::vector<Warning> warnings;          ///< where the run left the range in which its equations hold
};

Summary summarise(const Trajectory& trajectory);

}  // namespace synovia
