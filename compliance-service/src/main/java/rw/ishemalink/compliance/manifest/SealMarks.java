package rw.ishemalink.compliance.manifest;

import java.util.List;

/** The numbers of seals, as far as an element can hold whole ones. */
final class SealMarks {

    private static final int LONGEST = 20;

    private SealMarks() {}

    /** As many whole numbers, with commas between them, as 20 characters hold; a dash for none. */
    static String of(List<String> numbers) {
        StringBuilder marks = new StringBuilder();
        for (String number : numbers) {
            String next = marks.isEmpty() ? number : marks + "," + number;
            if (next.length() > LONGEST) {
                break;
            }
            marks.setLength(0);
            marks.append(next);
        }
        return marks.isEmpty() ? "-" : marks.toString();
    }
}
