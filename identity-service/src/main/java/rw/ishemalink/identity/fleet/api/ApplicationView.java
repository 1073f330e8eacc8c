package rw.ishemalink.identity.fleet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Application;
import rw.ishemalink.identity.fleet.DriverDocument;
import rw.ishemalink.identity.fleet.DriverDocumentKind;
import rw.ishemalink.identity.fleet.PapersCheck;
import rw.ishemalink.identity.fleet.RefusalTexts;
import rw.ishemalink.identity.people.Language;

/**
 * Who wants to drive, or does, with the papers and what was said of them.
 *
 * @param check absent before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        DriverView driver,
        List<DocumentView> documents,
        @Nullable CheckView check) {

    /**
     * A paper that was handed in.
     *
     * @param validUntil absent where it does not end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DocumentView(
            DriverDocumentKind kind,
            String number,
            @Nullable LocalDate validUntil,
            String sha256,
            String reference) {

        static DocumentView of(DriverDocument document) {
            return new DocumentView(
                    document.kind(),
                    document.number(),
                    document.validUntil().orElse(null),
                    document.sha256(),
                    document.reference());
        }

        /** Never number or reference: this text could reach logs. */
        @Override
        public String toString() {
            return "DocumentView[" + kind + "]";
        }
    }

    /**
     * What compliance said last; of papers that were replaced since, it is of those.
     *
     * @param validUntil the last day on which it holds; absent unless it cleared
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckView(
            PapersCheck.Outcome outcome,
            List<RefusalView> refusals,
            @Nullable LocalDate validUntil,
            Instant checkedAt) {

        public CheckView {
            refusals = List.copyOf(refusals);
        }

        static CheckView of(PapersCheck check, Language language) {
            return new CheckView(
                    check.outcome(),
                    check.refusals().stream()
                            .map(rule -> new RefusalView(rule, RefusalTexts.of(rule, language)))
                            .toList(),
                    check.validUntil().orElse(null),
                    check.at());
        }
    }

    /**
     * A rule that refuses.
     *
     * @param rule its id (docs/licences.md)
     * @param text what is wrong, in the reader's language
     */
    public record RefusalView(String rule, String text) {}

    public ApplicationView {
        documents = List.copyOf(documents);
    }

    static ApplicationView of(Application application, Language language) {
        return new ApplicationView(
                DriverView.of(application.driver()),
                application.documents().stream().map(DocumentView::of).toList(),
                application
                        .driver()
                        .check()
                        .map(check -> CheckView.of(check, language))
                        .orElse(null));
    }
}
