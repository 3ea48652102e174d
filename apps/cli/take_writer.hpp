// The files of render, what is said about them, and the manifest.
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>

#include "apps/cli/rendered_take.hpp"
#include "apps/studio/render_plan.hpp"

namespace synovia::cli {

/// Plan and options must stay as long as it. Takes are written in ascending order, from 1.
class TakeWriter {
public:
    TakeWriter(const studio::RenderPlan& plan, const RenderOptions& options) : plan_(plan), options_(options) {}

    /// Throws studio::FileError where one of the files cannot be written.
    void check_targets() const;
    /// Writes a take and, every so often, the manifest of all until then: what ends the program leaves a list of nearly
    /// all that is there.
    void write(std::size_t number, RenderedTake rendered);
    /// The whole manifest, and the report.
    void finish();

private:
    bool to_stdout() const { return options_.output == "-"; }
    nlohmann::ordered_json report() const;
    void write_manifest();

    const studio::RenderPlan& plan_;
    const RenderOptions& options_;
    nlohmann::ordered_json list_ = nlohmann::ordered_json::array();
    std::size_t written_ = 0;  // takes so far
    std::size_t listed_ = 0;   // of them in the manifest that is on the disk
};

}  // namespace synovia::cli
