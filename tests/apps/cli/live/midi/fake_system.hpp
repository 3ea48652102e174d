// A MIDI system made of words.
#pragma once
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "apps/cli/live/midi_system.hpp"

namespace synovia::cli::test {

/// What is plugged in; the test changes it while lookouts on their threads ask for it.
class FakeDesk {
public:
    void plug(const std::string& name, const std::string& bridge = "") {
        const std::lock_guard lock(mutex_);
        listed_.push_back({name, bridge});
    }
    void unplug(const std::string& name) {
        const std::lock_guard lock(mutex_);
        std::erase_if(listed_, [&](const ListedPort& port) { return port.name == name; });
    }
    void refuse(const std::string& name) {
        const std::lock_guard lock(mutex_);
        refused_.insert(name);
    }
    /// The port through which messages come; empty while nobody has opened it.
    std::shared_ptr<MidiPort> opened(const std::string& name) {
        const std::lock_guard lock(mutex_);
        return opened_.contains(name) ? opened_.at(name) : nullptr;
    }
    int tries() const { return tries_; }
    std::atomic<bool> dead = false, hangs = false;

    MidiSystemMaker maker() {
        return [this] { return std::make_unique<System>(*this); };
    }

private:
    struct Connection : MidiConnection {
        Connection(FakeDesk& desk, std::string name) : desk_(desk), name_(std::move(name)) {}
        ~Connection() override {
            const std::lock_guard lock(desk_.mutex_);
            desk_.opened_.erase(name_);
        }
        FakeDesk& desk_;
        std::string name_;
    };
    struct System : MidiSystem {
        explicit System(FakeDesk& desk) : desk_(desk) {}
        std::vector<ListedPort> ports() override {
            while (desk_.hangs) std::this_thread::sleep_for(std::chrono::milliseconds(10));
            if (desk_.dead) throw MidiError("the desk has burnt down");
            const std::lock_guard lock(desk_.mutex_);
            return desk_.listed_;
        }
        std::unique_ptr<MidiConnection> open(const std::shared_ptr<MidiPort>& port) override {
            const std::lock_guard lock(desk_.mutex_);
            ++desk_.tries_;
            if (desk_.refused_.contains(port->name())) return nullptr;
            desk_.opened_[port->name()] = port;
            return std::make_unique<Connection>(desk_, port->name());
        }
        FakeDesk& desk_;
    };

    std::mutex mutex_;
    std::vector<ListedPort> listed_;
    std::set<std::string> refused_;
    std::map<std::string, std::shared_ptr<MidiPort>> opened_;
    std::atomic<int> tries_ = 0;
};

/// Asks again and again until it is so; gives up when it never will be.
template <class Condition>
bool eventually(Condition condition) {
    for (int i = 0; i < 2000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

}  // namespace synovia::cli::test
