// One function per command. They write to standard output and files, say what they did on standard error, and throw
// what program.cpp makes exit codes of.
#pragma once
#include "apps/cli/failure.hpp"
#include "apps/cli/options.hpp"

namespace synovia::cli {

void run(const TextRequest& request);
void run(const PresetsOptions& options);
void run(const RenderOptions& options);
void run(const SimulateOptions& options);
void run(const PlotOptions& options);
void run(const MeasureOptions& options);
void run(const PlayOptions& options);
void run(const LiveOptions& options);
void run(const ClassroomOptions& options);
void run(const SpineOptions& options);

}  // namespace synovia::cli
