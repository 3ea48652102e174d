#include "audio/spectrum.hpp"

#include <algorithm>
#include <cmath>
#include <complex>

// The library's header does not pass this project's warnings.
#pragma GCC system_header_is_not_used
#include <kissfft/kissfft.hh>
