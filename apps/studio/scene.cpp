#include "apps/studio/scene.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "audio/core/audible.hpp"
#include "audio/core/diffuse.hpp"
#include "audio/core/images.hpp"
#include "audio/core/true_peak.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {
namespace {

audio::Place sum(const audio::Place& a, const audio::Place& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
audio::Place difference(const audio::Place& a, const audio::Place& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
audio::Place place_of(const Emitter& source) { return {source.place[0], source.place[1], source.place[2]}; }

/// The place seen from `origin` as an ear hears it: where the body is in the way, the point of its skin.
audio::Place heard_from(const std::optional<audio::RoundBody>& body, const audio::Place& origin,
                        const audio::Place& place) {
    return sum(origin, body ? audio::on_skin(*body, place) : place);
}

std::optional<audio::SphereBody> seen(const std::optional<audio::RoundBody>& body, const audio::Place& skin,
                                      const audio::Place& ear, double sound_speed_m_s) {
    if (!body) return std::nullopt;
    return audio::seen(*body, skin, ear, sound_speed_m_s);
}

/// Straight and off every surface: for each way the paths to all ears.
std::vector<std::vector<audio::Path>> all_paths(const audio::RoomSettings& room, const audio::Place& place,
                                                std::span<const audio::Place> ears, const audio::Hearing& hearing) {
    std::vector<std::vector<audio::Path>> all{audio::paths(place, ears, hearing)};
    for (auto& echo : audio::echoes(room, place, ears, hearing)) all.push_back(std::move(echo));
    return all;
}

}  // namespace

Scene::Scene(audio::Listening listening, Renderers& renderers)
    : listening_(listening), renderers_(renderers), ears_(audio::channels_of(listening)) {}

void Scene::add(const Scenario& scenario, std::span<const Emitter> emitters, const audio::Place& place,
                double start_s) {
    const audio::Hearing hearing = hearing_of(scenario, start_s);
    for (const audio::Path& path : audio::paths(place, audio::ears(listening_, hearing.distance_m), hearing))
        sounds_until(scenario, path, renderers_.of(std::nullopt).tail_s());
    for (const Emitter& source : emitters) {
        add_source(scenario, source, place, hearing);
        if (scenario.room.kind != RoomKind::none) add_to_tail(scenario, source, hearing);
    }
}

void Scene::sounds_until(const Scenario& scenario, const audio::Path& path, double tail_s) {
    end_s_ = std::max(end_s_, path.delay_s + scenario.simulation.duration + tail_s);
}

void Scene::add_source(const Scenario& scenario, const Emitter& source, const audio::Place& origin,
                       const audio::Hearing& hearing) {
    const auto ears = audio::ears(listening_, hearing.distance_m);
    const auto body = body_of(scenario.listener);
    const audio::Place place = heard_from(body, origin, place_of(source));
    const auto ways = all_paths(settings_of(scenario.room), place, ears, hearing);
    for (std::size_t ear = 0; ear < ears.size(); ++ear) {
        audio::Renderer& renderer = renderers_.of(
            seen(body, difference(place, origin), difference(ears[ear], origin), hearing.sound_speed_m_s));
        for (const std::vector<audio::Path>& way : ways) {
            const Span span = span_of(source, way[ear], renderer.tail_s());
            ears_[ear].push_back({&renderer, {source.time, source.weighted_strength, {way[ear]}}, span});
            heard_.push_back(span);
            sounds_until(scenario, way[ear], renderer.tail_s());
        }
    }
}

void Scene::add_to_tail(const Scenario& scenario, const Emitter& source, const audio::Hearing& hearing) {
    const audio::RoomSettings room = settings_of(scenario.room);
    const auto same = [&](const Reverberation& tail) {
        return tail.room == room && tail.hearing.distance_m == hearing.distance_m &&
               tail.hearing.sound_speed_m_s == hearing.sound_speed_m_s;
    };
    auto tail = std::find_if(tails_.begin(), tails_.end(), same);
    if (tail == tails_.end()) tail = tails_.insert(tail, {room, hearing, {}});
    const audio::Place head{0.0, -hearing.distance_m, 0.0};
    audio::Renderer& renderer = renderers_.of(seen(body_of(scenario.listener), {}, head, hearing.sound_speed_m_s));
    const auto field = audio::diffuse_field(room, hearing.distance_m, hearing.sound_speed_m_s);
    const double tail_s = renderer.tail_s() + audio::length_s(field);
    const Span span = span_of(source, hearing.path, tail_s);
    tail->direct.push_back({&renderer, {source.time, source.weighted_strength, {hearing.path}}, span});
    heard_.push_back(span);
    sounds_until(scenario, hearing.path, tail_s);
}

/// From where the kernel reaches to before the first node; an emitter without nodes is never heard.
Scene::Span Scene::span_of(const Emitter& source, const audio::Path& path, double tail_s) const {
    if (source.time.empty()) return {0.0, 0.0};
    const double before = audio::kernel_reach_s(renderers_.sample_rate_hz());
    return {source.time.front() + path.delay_s - before, source.time.back() + path.delay_s + tail_s};
}

/// Where anything is heard, in order; what is less than a tenth of a second apart is one.
std::vector<Scene::Span> Scene::spans() const {
    constexpr double least_silence_s = 0.1;
    std::vector<Span> sorted = heard_, joined;
    std::ranges::sort(sorted, {}, &Span::from);
    for (const Span& span : sorted) {
        if (!(span.until > span.from)) continue;
        if (joined.empty() || span.from > joined.back().until + least_silence_s)
            joined.push_back(span);
        else
            joined.back().until = std::max(joined.back().until, span.until);
    }
    return joined;
}

/// Renderer by renderer in the order of their first source, because the order decides the last bits of a sum.
void Scene::render(std::span<const Way> ways, audio::Signal& signal) {
    const double end_s = signal.start_time_s + static_cast<double>(signal.frames()) / signal.sample_rate_hz;
    const auto heard = [&](const Way& way) {
        return way.sounds.from < end_s && way.sounds.until > signal.start_time_s;
    };
    std::vector<audio::Renderer*> order;
    for (const Way& way : ways)
        if (heard(way) && std::ranges::find(order, way.renderer) == order.end()) order.push_back(way.renderer);
    for (audio::Renderer* renderer : order) {
        std::vector<audio::Monopole> emitters;
        for (const Way& way : ways)
            if (heard(way) && way.renderer == renderer) emitters.push_back(way.emitter);
        renderer->add(emitters, signal);
    }
}

void Scene::add_tail(const Reverberation& tail, audio::Signal& signal) const {
    audio::Signal direct{signal.sample_rate_hz, signal.start_time_s, std::vector<double>(signal.frames())};
    render(tail.direct, direct);
    const auto field = audio::diffuse_field(tail.room, tail.hearing.distance_m, tail.hearing.sound_speed_m_s);
    const audio::Signal all = audio::diffuse_tail(direct, field, tail.room.seed, signal.channels);
    for (std::size_t i = 0; i < std::min(signal.samples.size(), all.samples.size()); ++i)
        signal.samples[i] += all.samples[i];
}

/// One ear after the other, so that no more than one of them is held twice.
audio::Signal Scene::heard(audio::TimeLine line) const {
    const auto silence = [&](std::size_t channels) {
        line.channels = channels;
        return audio::Renderer(renderers_.sample_rate_hz()).render({}, line);
    };
    audio::Signal all = silence(ears_.size());
    if (ears_.size() == 1) render(ears_[0], all);
    for (std::size_t ear = 0; ears_.size() > 1 && ear < ears_.size(); ++ear) {
        audio::Signal one = silence(1);
        render(ears_[ear], one);
        for (std::size_t n = 0; n < all.frames(); ++n) all.at(n, ear) = one.samples[n];
    }
    for (const Reverberation& tail : tails_) add_tail(tail, all);
    return all;
}

audio::SparseSignal Scene::heard_sparsely(const audio::TimeLine& line) const {
    const double rate = renderers_.sample_rate_hz();
    const auto frames = std::llround(line.duration_s * rate);
    const auto frame = [&](double time_s) {
        return std::clamp(std::llround((time_s - line.start_time_s) * rate), 0LL, frames);
    };
    audio::SparseSignal all(rate, line.start_time_s, ears_.size(), static_cast<std::size_t>(frames));
    for (const Span& span : spans()) {
        const auto first = frame(span.from), count = frame(span.until) - first;
        if (count == 0) continue;
        const double start_s = line.start_time_s + static_cast<double>(first) / rate;
        audio::Signal piece = heard({start_s, static_cast<double>(count) / rate});
        all.pieces.push_back({static_cast<std::size_t>(first), std::move(piece.samples)});
    }
    return all;
}

audio::Signal direct_sound(const Trajectory& trajectory, double sample_rate_hz) {
    Scenario scenario = trajectory.scenario();
    scenario.room.kind = RoomKind::none;
    const std::vector<Emitter> sources = emission(trajectory, audio::max_panel_s(sample_rate_hz));
    Scene scene(audio::Listening::mono, renderers_at(sample_rate_hz));
    scene.add(scenario, sources, {}, -arrival_delay(medium(scenario), scenario.listener.distance));
    const double start = -audio::kernel_reach_s(sample_rate_hz);
    return scene.heard({start, scene.end_s() - start});
}

double audible_peak_pa(const Trajectory& trajectory) {
    if (!finished(trajectory.outcome)) return 0.0;
    return audio::true_peak(direct_sound(trajectory, audio::audible_rate_hz));
}

}  // namespace synovia::studio
