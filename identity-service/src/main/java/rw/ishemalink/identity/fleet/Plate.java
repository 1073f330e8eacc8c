package rw.ishemalink.identity.fleet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Rwandan number plate, spaced as on the vehicle: RAB 123 C. Private plates begin with R and one or two more letters
 * without O; state, project, temporary and diplomatic ones with GR, GRM, GL, GP, GPM, LP, IT, CD, CC, CMD. How motorcycles
 * and trailers are lettered is not settled in public sources, so the check is lenient.
 */
public record Plate(String value) {

    private static final Pattern WRITTEN =
            Pattern.compile("(R[A-NP-Z]{1,2}|GRM?|GL|GPM?|LP|IT|CD|CC|CMD) ?((?!000)\\d{3}) ?([A-NP-Z]?) ?([A-NP-Z])");

    /** The plate that is meant by what a person wrote. */
    public static Optional<Plate> find(String written) {
        Matcher plate =
                WRITTEN.matcher(written.strip().replaceAll("[\\s-]+", " ").toUpperCase(Locale.ROOT));
        if (!plate.matches()) {
            return Optional.empty();
        }
        String middle = plate.group(3).isEmpty() ? "" : plate.group(3) + " ";
        return Optional.of(new Plate(plate.group(1) + " " + plate.group(2) + " " + middle + plate.group(4)));
    }
}
