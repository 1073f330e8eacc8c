package rw.ishemalink.analytics.report;

import com.lowagie.text.FontFactory;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a table's chart: lines and areas of the page itself, so that it is sharp at any size and its words can be searched. */
final class ChartDrawing {

    private static final float WIDTH = 520;
    private static final float HEIGHT = 150;
    private static final float LEFT = 48;
    private static final float RIGHT = 24;
    private static final float BELOW = 24;
    private static final float ABOVE = 16;
    private static final float SIZE = 6;
    private static final float FILLED = 0.7f;
    private static final int LEVELS = 5;

    /** Beyond that bars have no room for their names. */
    private static final int MOST_BARS = 24;

    private static final int MOST_NAMES = 12;
    private static final int LONGEST_NAME = 16;

    private static final Color GRID = new Color(0xDD, 0xDD, 0xDD);
    private static final Color INK = new Color(0x20, 0x60, 0x3D);

    private final PdfContentByte page;
    private final BaseFont font = FontFactory.getFont(FontFactory.HELVETICA).getCalculatedBaseFont(false);
    private final List<Point> points;
    private final double top;

    private ChartDrawing(PdfContentByte page, List<Point> points) {
        this.page = page;
        this.points = points;
        this.top = niceTop(points.stream().mapToDouble(Point::value).max().orElse(0));
    }

    private record Point(String name, double value) {}

    /** The chart as something to stand between paragraphs; empty when there is nothing to draw. */
    static Optional<Image> find(PdfWriter writer, Section section, Chart chart, ReportTexts texts) {
        List<Point> points = points(section, chart);
        if (points.stream().allMatch(point -> point.value() <= 0)) {
            return Optional.empty();
        }
        PdfTemplate drawing = writer.getDirectContent().createTemplate(WIDTH, HEIGHT);
        Column column = section.columns().get(section.place(chart.column()));
        new ChartDrawing(drawing, points)
                .draw(chart.shape(), texts.label(column) + " (" + column.unit().symbol() + ")");
        return Optional.of(Image.getInstance(drawing));
    }

    private static List<Point> points(Section section, Chart chart) {
        int place = section.place(chart.column());
        List<Point> points = new ArrayList<>();
        for (List<Object> row : section.rows()) {
            points.add(new Point(name(section, row), row.get(place) instanceof Number n ? n.doubleValue() : 0));
        }
        return chart.shape() == Chart.Shape.BARS ? points.subList(0, Math.min(MOST_BARS, points.size())) : points;
    }

    private static String name(Section section, List<Object> row) {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < row.size() && section.columns().get(place).isText(); place++) {
            texts.add(row.get(place).toString());
        }
        String name = String.join(" ", texts);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** The next 1, 2 or 5 times a power of ten. */
    static double niceTop(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        for (int times : new int[] {1, 2, 5}) {
            if (times * power >= most) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private void draw(Chart.Shape shape, String what) {
        text(PdfContentByte.ALIGN_LEFT, what, LEFT, HEIGHT - SIZE - 2);
        levels();
        page.setColorStroke(INK);
        page.setColorFill(INK);
        switch (shape) {
            case BARS -> bars();
            case LINE -> line();
        }
        page.setColorFill(Color.BLACK);
        names();
    }

    private void levels() {
        page.setLineWidth(0.5f);
        page.setColorStroke(GRID);
        for (int level = 0; level <= LEVELS; level++) {
            double value = top * level / LEVELS;
            page.moveTo(LEFT, y(value));
            page.lineTo(WIDTH - RIGHT, y(value));
            page.stroke();
            text(PdfContentByte.ALIGN_RIGHT, Numbers.brief(value), LEFT - 4, y(value) - SIZE / 3);
        }
    }

    private void bars() {
        float width = step() * FILLED;
        for (int i = 0; i < points.size(); i++) {
            page.rectangle(x(i) - width / 2, y(0), width, y(points.get(i).value()) - y(0));
        }
        page.fill();
    }

    private void line() {
        page.setLineWidth(1.2f);
        for (int i = 0; i < points.size(); i++) {
            if (i == 0) {
                page.moveTo(x(i), y(points.get(i).value()));
            } else {
                page.lineTo(x(i), y(points.get(i).value()));
            }
        }
        page.stroke();
        for (int i = 0; i < points.size(); i++) {
            page.circle(x(i), y(points.get(i).value()), 1.2f);
        }
        page.fill();
    }

    /** As many as have room. */
    private void names() {
        int every = Math.ceilDiv(points.size(), MOST_NAMES);
        for (int i = 0; i < points.size(); i += every) {
            text(PdfContentByte.ALIGN_CENTER, points.get(i).name(), x(i), BELOW - SIZE * 2);
        }
    }

    private float step() {
        return (WIDTH - LEFT - RIGHT) / points.size();
    }

    private float x(int place) {
        return LEFT + step() * (place + 0.5f);
    }

    private float y(double value) {
        return BELOW + (float) (Math.max(0, value) / top) * (HEIGHT - BELOW - ABOVE);
    }

    private void text(int align, String text, float x, float y) {
        page.beginText();
        page.setFontAndSize(font, SIZE);
        page.showTextAligned(align, text, x, y, 0);
        page.endText();
    }
}
