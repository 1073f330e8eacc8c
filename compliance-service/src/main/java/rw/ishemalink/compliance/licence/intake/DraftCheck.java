package rw.ishemalink.compliance.licence.intake;

import static rw.ishemalink.compliance.licence.intake.Draft.Column.CATEGORIES;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.HOLDER;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.HOLDER_TIN;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.ISSUED_ON;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.KIND;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.NUMBER;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.STATUS;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.SUBJECT;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.VALID_UNTIL;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.VEHICLE_PLATE;
import static rw.ishemalink.compliance.licence.intake.Draft.Column.ZONE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.intake.Draft.Column;
import rw.ishemalink.compliance.licence.intake.Mistake.Code;

/** Makes a licence of a draft, or says everything that is to be mended. */
public final class DraftCheck {

    private static final int LONGEST = 100;

    /** 9 digits (RRA). */
    private static final Pattern TIN = Pattern.compile("\\d{9}");

    /** Lenient: plates of motorcycles and trailers follow no rule that is published. */
    private static final Pattern PLATE = Pattern.compile("[A-Z]{1,4} ?\\d{1,4} ?[A-Z]{0,3}");

    /** Order 066/01 of 19/07/2024; AT: automatic gear only. */
    private static final Pattern CATEGORY = Pattern.compile("(A1?|B1?|C|D1?|E|F)([ -]?AT)?");

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    private final Draft draft;
    private final int line;
    private final List<Mistake> mistakes = new ArrayList<>();

    private DraftCheck(Draft draft, int line) {
        this.draft = draft;
        this.line = line;
    }

    /** What came of a draft. */
    public sealed interface Checked {

        /** A licence that can be taken. */
        record Good(LicenceQuestion question, Licence licence) implements Checked {}

        /** What is to be mended first. */
        record Bad(List<Mistake> mistakes) implements Checked {
            public Bad {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** Checks the draft that stands in that line. */
    public static Checked check(Draft draft, int line) {
        return new DraftCheck(draft, line).check();
    }

    private Checked check() {
        Arrays.stream(Column.values()).forEach(this::fits);
        LicenceKind kind = kind();
        String subject = kind == null ? null : subject(kind);
        String number = need(NUMBER, Code.NUMBER_MISSING);
        Licence.Status status = status();
        LocalDate issuedOn = date(ISSUED_ON);
        LocalDate validUntil = date(VALID_UNTIL);
        if (issuedOn != null && validUntil != null && validUntil.isBefore(issuedOn)) {
            wrong(VALID_UNTIL, Code.ENDS_BEFORE_IT_BEGINS);
        }
        List<String> categories = categories(kind);
        optional(HOLDER_TIN, TIN, Code.TIN_WRONG);
        optional(VEHICLE_PLATE, PLATE, Code.PLATE_WRONG);
        zone();
        if (!mistakes.isEmpty()
                || kind == null
                || subject == null
                || number == null
                || status == null
                || validUntil == null) {
            return new Checked.Bad(mistakes);
        }
        return new Checked.Good(
                new LicenceQuestion(kind, subject),
                new Licence(
                        number,
                        status,
                        validUntil,
                        draft.find(VEHICLE_PLATE).orElse(null),
                        issuedOn,
                        draft.find(HOLDER).orElse(null),
                        draft.find(HOLDER_TIN).orElse(null),
                        draft.find(ZONE).map(DraftCheck::capitals).orElse(null),
                        categories));
    }

    private void fits(Column column) {
        draft.find(column).ifPresent(text -> {
            if (text.length() > LONGEST) {
                wrong(column, Code.TOO_LONG);
            }
            if (UNPRINTABLE.matcher(text).find()) {
                wrong(column, Code.UNPRINTABLE);
            }
        });
    }

    private @Nullable LicenceKind kind() {
        Optional<LicenceKind> kind = draft.find(KIND).flatMap(text -> Arrays.stream(LicenceKind.values())
                .filter(one -> one.name().equals(capitals(text)))
                .findFirst());
        if (kind.isEmpty()) {
            wrong(KIND, Code.KIND_UNKNOWN);
        }
        return kind.orElse(null);
    }

    private @Nullable String subject(LicenceKind kind) {
        String subject = need(SUBJECT, Code.SUBJECT_MISSING);
        if (subject != null) {
            switch (kind.holder()) {
                case VEHICLE -> optional(SUBJECT, PLATE, Code.PLATE_WRONG);
                case OPERATOR -> optional(SUBJECT, TIN, Code.TIN_WRONG);
                case DRIVER -> {
                    // The form of the numbers is not published.
                }
            }
        }
        return subject;
    }

    private Licence.@Nullable Status status() {
        Optional<Licence.Status> status = draft.find(STATUS).flatMap(text -> Arrays.stream(Licence.Status.values())
                .filter(one -> one.name().equals(capitals(text)))
                .findFirst());
        if (status.isEmpty()) {
            wrong(STATUS, Code.STATUS_UNKNOWN);
        }
        return status.orElse(null);
    }

    private @Nullable LocalDate date(Column column) {
        try {
            return LocalDate.parse(draft.find(column).orElse(""));
        } catch (DateTimeParseException e) {
            wrong(column, Code.DATE_WRONG);
            return null;
        }
    }

    private List<String> categories(@Nullable LicenceKind kind) {
        List<String> categories = draft.find(CATEGORIES).stream()
                .flatMap(text -> Arrays.stream(text.split("[;|/]")))
                .map(DraftCheck::capitals)
                .filter(text -> !text.isEmpty())
                .toList();
        boolean missing = kind == LicenceKind.DRIVING_LICENCE && categories.isEmpty();
        if (missing
                || !categories.stream().allMatch(one -> CATEGORY.matcher(one).matches())) {
            wrong(CATEGORIES, Code.CATEGORIES_WRONG);
        }
        return categories;
    }

    private void zone() {
        boolean unknown = draft.find(ZONE)
                .filter(text -> Arrays.stream(Licence.Zone.values())
                        .noneMatch(zone -> zone.name().equals(capitals(text))))
                .isPresent();
        if (unknown) {
            wrong(ZONE, Code.ZONE_UNKNOWN);
        }
    }

    private void optional(Column column, Pattern form, Code code) {
        draft.find(column)
                .filter(text -> !form.matcher(capitals(text)).matches())
                .ifPresent(_ -> wrong(column, code));
    }

    private @Nullable String need(Column column, Code code) {
        Optional<String> text = draft.find(column);
        if (text.isEmpty()) {
            wrong(column, code);
        }
        return text.orElse(null);
    }

    private void wrong(Column column, Code code) {
        mistakes.add(new Mistake(line, column.title(), code));
    }

    private static String capitals(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
