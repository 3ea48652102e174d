// libsndfile 1.2.0 does not free its Vorbis state where opening a damaged or an unwritable Ogg file fails. The leak
// checker of the address sanitizer looks this function up by name; no other build calls it.
// NOLINTNEXTLINE(bugprone-reserved-identifier, cert-dcl37-c, cert-dcl51-cpp)
extern "C" const char* __lsan_default_suppressions() { return "leak:libvorbis\nleak:libogg\n"; }
