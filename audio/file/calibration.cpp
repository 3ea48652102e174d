#include "audio/file/calibration.hpp"

#include <locale>
#include <regex>
#include <sstream>

#include "audio/core/level.hpp"

namespace synovia::audio {

std::string calibration_text(double full_scale_db_spl) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(4);
    text << std::fixed << full_scale_db_spl;
    std::string number = text.str();
    while (number.back() == '0' && number[number.size() - 2] != '.') number.pop_back();
    return "Sound: 0dBFS = " + number + " dBSPL";
}

std::optional<double> find_calibration(std::string_view text) {
    static const std::regex pattern(R"(0dBFS = (-?\d{1,3}(\.\d{1,9})?) dBSPL|FS(-?\d{1,3}(\.\d{1,9})?)dB\(PK\))");
    std::match_results<std::string_view::const_iterator> match;
    if (!std::regex_search(text.begin(), text.end(), match, pattern)) return {};
    std::istringstream number(match[1].matched ? match[1].str() : match[3].str());
    number.imbue(std::locale::classic());
    double value = 0.0;
    number >> value;
    return value;
}

double full_scale_pa(double full_scale_db_spl) { return reference_pressure_pa * factor_of(full_scale_db_spl); }

}  // namespace synovia::audio
