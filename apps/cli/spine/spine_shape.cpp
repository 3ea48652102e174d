#include "apps/cli/spine/spine_shape.hpp"

#include <array>
#include <span>

namespace synovia::cli {
namespace {

constexpr std::size_t vertebrae = spine_level_count;
constexpr std::size_t first_lumbar = 3;

/// How far the facets of a level are from the middle: further apart the lower.
constexpr std::array<double, vertebrae> facet_half{28.3, 28.8, 29.7, 31.1, 32.4, 34.2, 37.4, 41.0};
/// How much longer than T12's the transverse processes are; longest at L3.
constexpr std::array<double, vertebrae> reach{0.0, 0.0, 0.0, 0.0, 3.6, 7.3, 3.6, 0.0};

/// A point of an outline; `moves` follows the facets, or the reach of a transverse process.
struct Node {
    double x, y;
    bool moves = false;
};

// Right halves of outlines that are their own mirror image, whole ones of the others. Drawn after atlases' views from
// behind.
constexpr std::array<Node, 14> thoracic_arch{{{0.0, 15.5},
                                              {13.6, 13.7},
                                              {22.7, 14.4},
                                              {3.4, 19.2, true},
                                              {2.1, 30.2, true},
                                              {-1.1, 41.1, true},
                                              {0.3, 50.3, true},
                                              {0.3, 59.4, true},
                                              {-3.4, 64.9, true},
                                              {-10.2, 65.6, true},
                                              {-14.7, 59.4, true},
                                              {-17.0, 51.2, true},
                                              {9.1, 46.6},
                                              {0.0, 46.6}}};
constexpr std::array<Node, 15> lumbar_arch{{{0.0, 18.1},
                                            {11.3, 16.3},
                                            {21.5, 14.4},
                                            {-2.5, 17.4, true},
                                            {-4.3, 25.4, true},
                                            {-8.8, 34.7, true},
                                            {-7.0, 43.9, true},
                                            {-2.5, 51.2, true},
                                            {-1.8, 61.3, true},
                                            {-5.2, 67.5, true},
                                            {-12.0, 68.6, true},
                                            {-16.5, 63.1, true},
                                            {-19.2, 53.0, true},
                                            {-25.1, 46.6, true},
                                            {0.0, 43.0}}};
constexpr std::array<Node, 6> thoracic_spinous{
    {{0.0, 21.9}, {4.1, 24.7}, {5.4, 43.0}, {6.3, 59.4}, {4.5, 72.2}, {0.0, 75.9}}};
constexpr std::array<Node, 7> lumbar_spinous{
    {{0.0, 20.3}, {4.5, 22.9}, {5.9, 35.7}, {8.2, 48.5}, {10.0, 58.5}, {8.2, 66.0}, {0.0, 68.6}}};
constexpr std::array<Node, 8> thoracic_transverse{
    {{18.1, 15.5}, {31.7, 10.1}, {45.3, 7.3}, {53.3, 10.1}, {52.2, 15.5}, {40.8, 20.1}, {27.2, 25.6}, {18.1, 28.3}}};
constexpr std::array<Node, 12> lumbar_transverse{{{18.1, 18.3},
                                                  {31.7, 15.5},
                                                  {45.3, 16.3},
                                                  {61.2, 14.4},
                                                  {65.3, 10.8, true},
                                                  {72.1, 13.7, true},
                                                  {70.7, 19.2, true},
                                                  {58.5, 22.9, true},
                                                  {49.9, 25.1},
                                                  {34.0, 26.5},
                                                  {24.9, 30.9},
                                                  {18.1, 32.0}}};
/// The lower vertebra's half of a facet joint; y from the lower vertebra's top.
constexpr std::array<Node, 10> superior_process{{{0.7, -8.2, true},
                                                 {6.6, -10.8, true},
                                                 {12.9, -6.4, true},
                                                 {14.7, 2.7, true},
                                                 {11.6, 13.7, true},
                                                 {4.5, 22.9, true},
                                                 {-10.2, 24.7, true},
                                                 {-12.4, 19.2, true},
                                                 {-3.8, 14.6, true},
                                                 {0.7, 7.3, true}}};
constexpr std::array<Node, 14> sacrum{{{0.0, 23.2},
                                       {20.4, 22.3},
                                       {36.3, 21.4},
                                       {47.6, 16.8},
                                       {59.0, 19.6},
                                       {74.8, 21.4},
                                       {86.2, 31.5},
                                       {85.0, 46.1},
                                       {74.8, 57.1},
                                       {61.2, 65.3},
                                       {47.6, 75.3},
                                       {34.0, 85.4},
                                       {20.4, 90.9},
                                       {0.0, 92.7}}};
/// Openings of the sacrum: middle, from its top.
constexpr std::array<Point, 3> foramina{{{23.8, 46.1}, {21.5, 59.8}, {18.6, 72.6}}};

std::vector<Point> placed(std::span<const Node> nodes, double shift, double top) {
    std::vector<Point> points;
    for (const Node& node : nodes) points.push_back({node.x + (node.moves ? shift : 0.0), node.y + top});
    return points;
}

std::vector<Point> mirrored(std::vector<Point> points) {
    for (Point& point : points) point.x = -point.x;
    return points;
}

/// A right half, from the middle to the middle, with its left one.
std::vector<Point> with_other_half(std::vector<Point> half) {
    for (std::size_t i = half.size() - 1; i-- > 1;) half.push_back({-half[i].x, half[i].y});
    return half;
}

/// Catmull and Rom's spline through the points, closed.
std::vector<Point> smooth(const std::vector<Point>& nodes) {
    constexpr int pieces = 6;
    std::vector<Point> points;
    const std::size_t n = nodes.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point &a = nodes[(i + n - 1) % n], &b = nodes[i], &c = nodes[(i + 1) % n], &d = nodes[(i + 2) % n];
        const auto at = [](double p, double q, double r, double s, double t) {
            return q + 0.5 * t * (r - p + t * (2.0 * p - 5.0 * q + 4.0 * r - s + t * (3.0 * (q - r) + s - p)));
        };
        for (int k = 0; k < pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            points.push_back({at(a.x, b.x, c.x, d.x, t), at(a.y, b.y, c.y, d.y, t)});
        }
    }
    points.push_back(points.front());
    return points;
}

std::vector<Point> vertebral_body(std::size_t vertebra) {
    const double half = 35.2 + 1.7 * static_cast<double>(vertebra), top = level_units * static_cast<double>(vertebra);
    const std::vector<Point> right{{0.0, top + 7.4},         {0.6 * half, top + 7.0},  {half - 2.0, top + 8.2},
                                   {half, top + 13.0},       {half - 3.0, top + 29.0}, {half, top + 45.0},
                                   {half - 2.0, top + 50.3}, {0.6 * half, top + 51.5}, {0.0, top + 51.1}};
    return with_other_half(right);
}

class Bones {
public:
    void add(Bone bone, const std::vector<Point>& nodes) { outlines_.push_back({bone, smooth(nodes)}); }
    void add_pair(Bone bone, const std::vector<Point>& nodes) {
        add(bone, nodes);
        add(bone, mirrored(nodes));
    }
    void add_sacrum();
    void add_vertebra(std::size_t vertebra);
    std::vector<BoneOutline> take() { return std::move(outlines_); }

private:
    std::vector<BoneOutline> outlines_;
};

void Bones::add_sacrum() {
    constexpr double top = level_units * vertebrae;
    add(Bone::sacrum, with_other_half(placed(sacrum, 0.0, top)));
    for (const Point& hole : foramina)
        add_pair(Bone::hollow, {{hole.x - 3.7, hole.y + top},
                                {hole.x, hole.y + top - 3.1},
                                {hole.x + 3.7, hole.y + top},
                                {hole.x, hole.y + top + 3.1}});
    add_pair(Bone::process, placed(superior_process, facet_half.back(), top));
}

void Bones::add_vertebra(std::size_t i) {
    const double top = level_units * static_cast<double>(i), half = facet_half[i];
    const bool lumbar = i >= first_lumbar;
    if (i > 0) add_pair(Bone::process, placed(superior_process, facet_half[i - 1], top));
    add(Bone::body, vertebral_body(i));
    add_pair(Bone::process, lumbar ? placed(lumbar_transverse, reach[i], top) : placed(thoracic_transverse, 0.0, top));
    add(Bone::process, with_other_half(lumbar ? placed(lumbar_arch, half, top) : placed(thoracic_arch, half, top)));
    add(Bone::spinous, with_other_half(lumbar ? placed(lumbar_spinous, 0.0, top) : placed(thoracic_spinous, 0.0, top)));
}

}  // namespace

std::vector<BoneOutline> spine_outlines() {
    Bones bones;
    bones.add_sacrum();
    for (std::size_t i = vertebrae; i-- > 0;) bones.add_vertebra(i);
    return bones.take();
}

Point facet_place(std::size_t level) { return {facet_half[level], 63.1 + level_units * static_cast<double>(level)}; }

}  // namespace synovia::cli
