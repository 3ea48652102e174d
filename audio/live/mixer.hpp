// The real-time core: what the sound card's callback runs. It only copies, adds and limits: no allocation, no lock, no
// system call, no solver. Everything reaches it and leaves it through rings.
#pragma once
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "audio/live/limiter.hpp"
#include "audio/live/ring.hpp"

namespace synovia::audio {

inline constexpr std::size_t polyphony = 16;
inline constexpr double first_level_dbfs = -12.0;  ///< nothing is louder until the level is raised
inline constexpr double highest_level_dbfs = -1.0;

/// One thing to do, at the start of the next block.
struct Order {
    enum class Kind { sound, stream, level };
    Kind kind = Kind::sound;
    std::uint64_t id = 0;              ///< comes back in the receipts
    std::span<const float> samples{};  ///< 1.0 is the level; not empty; must live until its `finished` receipt
    bool last = false;                 ///< Kind::stream: nothing follows, silence from here on is meant
    float level = 0.0F;                ///< Kind::level: full scale of the card that 1.0 becomes
    std::size_t channels = 1;          ///< of the samples, interleaved: the mixer's, or 1, which all of them get
};

/// What became of an order.
struct Receipt {
    enum class Kind { started, finished, refused };
    Kind kind;
    std::uint64_t id;
    std::uint64_t frame;  ///< of the sound card, from 0
};

/// Levels and counters, for display; each is read on its own.
struct Meter {
    std::uint64_t frames = 0;       ///< handed out so far
    std::size_t voices = 0;         ///< sounding now
    float peak = 0.0F;              ///< largest magnitude since the last look [full scale]
    std::uint64_t starved = 0;      ///< frames without the stream's next piece, though it had not ended
    std::uint64_t unrecorded = 0;   ///< samples that found the tape full
    std::size_t longest_block = 0;  ///< frames that the card has asked for at once
};

/// Sixteen sounds at once; a seventeenth fades the oldest out over `fade_frames`. Orders of kind stream are played one
/// behind the other without a gap, beside the sixteen. The output depends on the orders and the frames at which they
/// started alone, not on how the frames are cut into blocks.
class Mixer {
public:
    static constexpr std::size_t fade_frames = 240;         ///< 5 ms at 48 kHz
    static constexpr std::size_t most_orders = 256;         ///< under way: sent, and not finished or refused
    static constexpr std::size_t latency = Limiter::delay;  ///< frames from an order's start to its first sample
    static constexpr std::size_t most_channels = 8;

    /// `tape_frames`: room for what was played until somebody fetches it; 0: no tape. Precondition: 1 to most_channels.
    explicit Mixer(std::size_t tape_frames = 0, std::size_t channels = 1);

    /// The callback: any number of frames, channels interleaved.
    void fill(float* out, std::size_t frames) noexcept;

    /// All below: from one other thread.
    /// False when too much is under way; the order is not taken then.
    bool send(const Order& order);
    bool receive(Receipt& receipt);
    /// Interleaved samples, as they were played; returns their number. Whole frames, if there is room for such.
    std::size_t fetch_tape(std::span<float> into) { return tape_.take(into); }
    std::size_t channels() const { return channels_; }
    Meter meter();

private:
    struct Voice {
        Order order;
        std::size_t position = 0;  ///< frames played
        std::size_t fade = 0;      ///< frames left of the fade; 0: not fading
        bool active = false;
    };
    void tape(std::span<const float> samples);
    void take_orders();
    void start_sound(const Order& order);
    Voice* free_voice();
    void steal_oldest();
    using Frame = std::array<float, most_channels>;
    void add(const Voice& voice, float gain, Frame& sum) const;
    void add_voice(Voice& voice, Frame& sum);
    void add_stream(Frame& sum);
    void finish(Voice& voice);
    void tell(Receipt::Kind kind, std::uint64_t id);

    Ring<Order> orders_{most_orders}, stream_{most_orders};
    Ring<Receipt> receipts_{4 * most_orders};
    std::size_t channels_;
    Ring<float> tape_;
    bool taping_;
    std::size_t under_way_ = 0;  // of the sending thread

    std::array<Voice, 2 * polyphony> voices_{};  // sixteen that sound and as many that fade
    Voice piece_;                                // of the stream
    Limiter limiter_;
    float level_, level_goal_;
    std::uint64_t frame_ = 0;

    std::atomic<std::uint64_t> frames_{0}, starved_{0}, unrecorded_{0};
    std::atomic<std::size_t> sounding_{0}, longest_block_{0};
    std::atomic<float> peak_{0.0F};
};

}  // namespace synovia::audio
