// From a gnuplot script to a picture.
#pragma once
#include <string>

namespace synovia::cli {

enum class FigureFormat { svg, png };

/// By the ending of the file's name; SVG for none and for "-". Throws Failure(usage) for any other.
FigureFormat format_of(const std::string& output);

/// What gnuplot draws: an SVG that fills its window, or a PNG. Throws Failure(file) where gnuplot is missing or fails.
std::string drawn(const std::string& script, FigureFormat format);

}  // namespace synovia::cli
