#include "apps/cli/spine/spine_script.hpp"

#include <cassert>

#include "apps/cli/plot/gnuplot_text.hpp"
#include "apps/cli/plot/plot_layout.hpp"
#include "apps/cli/spine/spine_anatomy.hpp"
#include "apps/cli/spine/spine_panels.hpp"

namespace synovia::cli {

std::string spine_script(const SpineFigure& figure, FigureFormat format) {
    assert(figure.curves.size() <= most_facet_curves);
    constexpr double room_px = width_px - 2.0 * edge_px;
    Canvas canvas(format);
    canvas.put(figure.title, {edge_px, 30}, "left", fitting_px(figure.title, title_px, room_px));
    canvas.put(figure.subtitle, {edge_px, 74}, "left", fitting_px(figure.subtitle, text_px, room_px));
    draw_anatomy(canvas, figure);
    return beginning(format) + canvas.script() + spine_panels(figure) + "unset multiplot\n";
}

}  // namespace synovia::cli
