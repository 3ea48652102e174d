#include "apps/cli/live/joint_picture.hpp"

#include <algorithm>
#include <cmath>

namespace synovia::cli {
namespace {

constexpr double share_of_widest = 0.6;  // of the height
constexpr double curve = 0.15;           // of the height: how much further the faces are apart at the edges

int whole(double x) { return static_cast<int>(std::lround(x)); }

/// Centre of the canvas and dots per metre.
struct Frame {
    double x, y, scale;
};

Frame frame_of(const Canvas& canvas, const JointPicture& picture) {
    return {0.5 * (canvas.width() - 1), 0.5 * (canvas.height() - 1),
            picture.widest > 0.0 ? share_of_widest * canvas.height() / picture.widest : 0.0};
}

/// Bone is dotted, its face drawn through.
void draw_faces(Canvas& canvas, const Frame& frame, double half_gap) {
    for (int x = 0; x < canvas.width(); ++x) {
        const double u = (x - frame.x) / std::max(frame.x, 1.0);
        const int away = whole(half_gap + curve * canvas.height() * u * u);
        const int upper = whole(frame.y) - 1 - away, lower = whole(frame.y) + 1 + away;
        canvas.dot(x, upper);
        canvas.dot(x, lower);
        for (int y = upper - 1; y >= 0; --y)
            if ((x + 2 * y) % 4 == 0) canvas.dot(x, y);
        for (int y = lower + 1; y < canvas.height(); ++y)
            if ((x + 2 * y) % 4 == 0) canvas.dot(x, y);
    }
}

/// An ellipsoid of half-axes a, a, b with a^2 b = R^3.
void draw_bubble(Canvas& canvas, const Frame& frame, double radius, double highest) {
    const double b = std::min(radius, std::max(highest, 0.5));
    const double a = b > 0.0 ? std::sqrt(radius * radius * radius / b) : 0.0;
    if (a < 0.5) return canvas.dot(whole(frame.x), whole(frame.y));
    for (int x = 0; x < canvas.width(); ++x) {
        const double u = (x - frame.x) / a;
        if (std::abs(u) > 1.0) continue;
        const double y = b * std::sqrt(1.0 - u * u);
        canvas.stroke(x, whole(frame.y - y), whole(frame.y + y));
    }
}

}  // namespace

void draw_joint(Canvas& canvas, const JointPicture& picture) {
    const Frame frame = frame_of(canvas, picture);
    const double half_gap = 0.5 * picture.gap * frame.scale;
    if (picture.has_gap) draw_faces(canvas, frame, half_gap);
    draw_bubble(canvas, frame, picture.radius * frame.scale, picture.has_gap ? half_gap : canvas.height());
}

}  // namespace synovia::cli
