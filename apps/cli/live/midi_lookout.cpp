#include "apps/cli/live/midi_lookout.hpp"

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <utility>

namespace synovia::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds between_looks = 500ms, first_look_limit = 2s, end_limit = 1s;

}  // namespace

/// What both threads see: it stays as long as either does.
struct MidiLookout::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    bool stop = false, looked = false, ended = false;
    std::vector<MidiNews> news;
    std::vector<ListedPort> listed;

    void set(bool Shared::*flag) {
        const std::lock_guard lock(mutex);
        this->*flag = true;
        changed.notify_all();
    }
    bool wait(bool Shared::*flag, std::chrono::milliseconds limit) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, limit, [&] { return this->*flag; });
    }
    void tell(MidiNews what) {
        const std::lock_guard lock(mutex);
        news.push_back(std::move(what));
    }
};

/// The life of the lookout's thread.
class MidiLookout::Rounds {
public:
    Rounds(Wanted wanted, std::shared_ptr<Doorbell> bell, Shared& shared)
        : wanted_(std::move(wanted)), bell_(std::move(bell)), shared_(shared) {}

    void run(const MidiSystemMaker& make) {
        try {
            system_ = make();
        } catch (const std::exception&) {
            return;  // there is no such system here
        }
        try {
            do look();
            while (!shared_.wait(&Shared::stop, between_looks));
        } catch (const std::exception& gone) {
            close_all_but({});
            shared_.tell({gone.what(), nullptr});
        }
    }

private:
    struct Open {
        std::shared_ptr<MidiPort> port;
        std::unique_ptr<MidiConnection> connection;
    };

    void look() {
        const std::vector<ListedPort> listed = system_->ports();
        std::set<std::string> names;
        for (const ListedPort& port : listed) names.insert(port.name);
        close_all_but(names);
        for (const ListedPort& port : listed)
            if (wanted_(port)) open(port.name);
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.listed = listed;
        }
        shared_.set(&Shared::looked);
    }

    /// Says so first, because closing may hang.
    void close_all_but(const std::set<std::string>& names) {
        const auto gone = std::partition(open_.begin(), open_.end(),
                                         [&](const Open& open) { return names.contains(open.port->name()); });
        for (auto open = gone; open != open_.end(); ++open)
            shared_.tell({"MIDI port " + open->port->name() + " is gone", open->port});
        open_.erase(gone, open_.end());
        std::erase_if(refused_, [&](const std::string& name) { return !names.contains(name); });
    }

    void open(const std::string& name) {
        const auto is_open = [&](const Open& open) { return open.port->name() == name; };
        if (refused_.contains(name) || std::any_of(open_.begin(), open_.end(), is_open)) return;
        const auto port = std::make_shared<MidiPort>(name, bell_);
        auto connection = system_->open(port);
        if (!connection) {
            refused_.insert(name);
            shared_.tell({"MIDI port " + name + " cannot be opened", nullptr});
            return;
        }
        open_.push_back({port, std::move(connection)});
        shared_.tell({"MIDI port " + name + " is there", port, true});
    }

    Wanted wanted_;
    std::shared_ptr<Doorbell> bell_;
    Shared& shared_;
    std::unique_ptr<MidiSystem> system_;  // outlives what is open of it
    std::vector<Open> open_;
    std::set<std::string> refused_;  // not tried again until they have been away
};

MidiLookout::MidiLookout(MidiSystemMaker make, Wanted wanted, const std::shared_ptr<Doorbell>& bell)
    : shared_(std::make_shared<Shared>()) {
    thread_ = std::thread([shared = shared_, make = std::move(make), wanted = std::move(wanted), bell] {
        // Signals are for the thread that plays; the system's own threads inherit this.
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, nullptr);
        Rounds(wanted, bell, *shared).run(make);
        shared->set(&Shared::looked);
        shared->set(&Shared::ended);
    });
}

MidiLookout::~MidiLookout() {
    shared_->set(&Shared::stop);
    if (shared_->wait(&Shared::ended, end_limit))
        thread_.join();
    else
        thread_.detach();
}

void MidiLookout::wait_for_first_look() { shared_->wait(&Shared::looked, first_look_limit); }

std::vector<MidiNews> MidiLookout::news() {
    const std::lock_guard lock(shared_->mutex);
    return std::exchange(shared_->news, {});
}

std::vector<ListedPort> MidiLookout::listed() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->listed;
}

}  // namespace synovia::cli
