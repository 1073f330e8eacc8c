package rw.ishemalink.compliance.dispatch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.LicenceRegister;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;

/** The questions that somebody who is to drive raises, and the answers to them. */
public final class LicenceAnswers {

    private final Map<LicenceQuestion, LicenceAnswer> answers;

    private LicenceAnswers(Map<LicenceQuestion, LicenceAnswer> answers) {
        this.answers = answers;
    }

    /**
     * Asks the register everything that the rules need; nothing about a driver who is not on record.
     *
     * @param kinds what the rules look at
     * @param kept what the register keeps; of other kinds there is no answer of it
     */
    public static LicenceAnswers ask(
            LicenceRegister register,
            Subject subject,
            Optional<DriverRecord> driver,
            Set<LicenceKind> kinds,
            Set<LicenceKind> kept) {
        Map<LicenceQuestion, LicenceAnswer> answers = new LinkedHashMap<>();
        questions(subject, driver)
                .filter(question -> kinds.contains(question.kind()))
                .forEach(question -> answers.put(
                        question, kept.contains(question.kind()) ? register.ask(question) : new NoAnswer()));
        return new LicenceAnswers(answers);
    }

    /** What the register said in answer. */
    public Stream<Said> said(Subject subject) {
        return answers.entrySet().stream()
                .map(asked -> new Said(
                        subject.tenant(),
                        asked.getKey(),
                        holder(subject, asked.getKey().kind()),
                        Source.REGISTER,
                        asked.getValue()));
    }

    /** The same, each answer replaced by what counts. */
    public LicenceAnswers settled(BiFunction<LicenceQuestion, LicenceAnswer, LicenceAnswer> settle) {
        Map<LicenceQuestion, LicenceAnswer> settled = new LinkedHashMap<>();
        answers.forEach((question, answer) -> settled.put(question, settle.apply(question, answer)));
        return new LicenceAnswers(settled);
    }

    /** The answer about that kind; no answer where none was asked for. */
    public LicenceAnswer get(LicenceKind kind) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(NoAnswer::new);
    }

    private static Stream<LicenceQuestion> questions(Subject subject, Optional<DriverRecord> driver) {
        return Arrays.stream(LicenceKind.values()).flatMap(kind -> switch (kind.holder()) {
            case VEHICLE -> Stream.of(new LicenceQuestion(kind, subject.vehiclePlate()));
            case DRIVER -> driver.stream().map(known -> new LicenceQuestion(kind, known.licenceNumber()));
            case OPERATOR -> driver.map(DriverRecord::operatorTin).stream().map(tin -> new LicenceQuestion(kind, tin));
        });
    }

    /** An operator that only the driver's record names is nobody's here. */
    private static @Nullable UUID holder(Subject subject, LicenceKind kind) {
        return switch (kind.holder()) {
            case VEHICLE -> subject.vehicleId();
            case DRIVER -> subject.driverId();
            case OPERATOR -> subject.operatorId();
        };
    }
}
