// Denormal numbers off while sound is made: a decaying voice would otherwise cost many times its price at its end.
#pragma once
#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace synovia::audio {

/// Flush to zero and denormals are zero, for this thread, until the end of the scope. Processors without SSE keep
/// their denormals: slower there, equally correct.
class DenormalsOff {
public:
#if defined(__SSE__)
    DenormalsOff() : before_(_mm_getcsr()) { _mm_setcsr(before_ | 0x8040U); }  // FTZ is bit 15, DAZ bit 6
    ~DenormalsOff() { _mm_setcsr(before_); }
    DenormalsOff(const DenormalsOff&) = delete;
    DenormalsOff& operator=(const DenormalsOff&) = delete;

private:
    unsigned before_;
#else
    DenormalsOff() {}
    ~DenormalsOff() {}
#endif
};

}  // namespace synovia::audio
