package rw.ishemalink.compliance.receipt.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rw.ishemalink.compliance.text.Clip;

/** Lines of a receipt printer's width. Nothing that is put in makes a line longer: what is too long goes on in the next. */
public final class Column {

    /** Characters of an 80 mm printer's line. */
    public static final int WIDTH = 42;

    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public void rule() {
        lines.add("-".repeat(WIDTH));
    }

    public void centred(String text) {
        wrap(text).forEach(line -> lines.add(" ".repeat((WIDTH - line.length()) / 2) + line));
    }

    public void left(String text) {
        lines.addAll(wrap(text));
    }

    /** One at the left edge, one at the right; below each other where they do not fit side by side. */
    public void pair(String left, String right) {
        if (left.length() + 1 + right.length() <= WIDTH) {
            lines.add(left + " ".repeat(WIDTH - left.length() - right.length()) + right);
            return;
        }
        left(left);
        wrap(right).forEach(line -> lines.add(" ".repeat(WIDTH - line.length()) + line));
    }

    public void pair(String left, long amount) {
        pair(left, String.format(Locale.ROOT, "%,d", amount));
    }

    /** At spaces, and within a word only where it is longer than a line; control characters would move the printer. */
    private static List<String> wrap(String text) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.replaceAll("\\p{Cntrl}", " ").strip();
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int end = space > 0 ? space : Clip.atMost(WIDTH, rest).length();
            wrapped.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        wrapped.add(rest);
        return wrapped;
    }
}
