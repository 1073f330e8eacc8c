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

/** The questions that a request raises, and the answers to them. */
final class LicenceAnswers {

    private final Map<LicenceQuestion, LicenceAnswer> answers;

    private LicenceAnswers(Map<LicenceQuestion, LicenceAnswer> answers) {
        this.answers = answers;
    }

    /**
     * Asks the register everything that the request needs; nothing about a driver who is not on record.
     *
     * @param kinds what the rules look at
     * @param kept what the register keeps; of other kinds there is no answer of it
     */
    static LicenceAnswers ask(
            LicenceRegister register,
            DispatchRequest request,
            Optional<DriverRecord> driver,
            Set<LicenceKind> kinds,
            Set<LicenceKind> kept) {
        Map<LicenceQuestion, LicenceAnswer> answers = new LinkedHashMap<>();
        questions(request, driver)
                .filter(question -> kinds.contains(question.kind()))
                .forEach(question -> answers.put(
                        question, kept.contains(question.kind()) ? register.ask(question) : new NoAnswer()));
        return new LicenceAnswers(answers);
    }

    /** What the register said in answer to the request. */
    Stream<Said> said(DispatchRequest request) {
        return answers.entrySet().stream()
                .map(asked -> new Said(
                        request.tenant(),
                        asked.getKey(),
                        holder(request, asked.getKey().kind()),
                        Source.REGISTER,
                        asked.getValue()));
    }

    /** The same, each answer replaced by what counts. */
    LicenceAnswers settled(BiFunction<LicenceQuestion, LicenceAnswer, LicenceAnswer> settle) {
        Map<LicenceQuestion, LicenceAnswer> settled = new LinkedHashMap<>();
        answers.forEach((question, answer) -> settled.put(question, settle.apply(question, answer)));
        return new LicenceAnswers(settled);
    }

    /** The answer about that kind; no answer where none was asked for. */
    LicenceAnswer get(LicenceKind kind) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(NoAnswer::new);
    }

    private static Stream<LicenceQuestion> questions(DispatchRequest request, Optional<DriverRecord> driver) {
        return Arrays.stream(LicenceKind.values()).flatMap(kind -> switch (kind.holder()) {
            case VEHICLE -> Stream.of(new LicenceQuestion(kind, request.vehiclePlate()));
            case DRIVER -> driver.stream().map(known -> new LicenceQuestion(kind, known.licenceNumber()));
            case OPERATOR -> driver.map(DriverRecord::operatorTin).stream().map(tin -> new LicenceQuestion(kind, tin));
        });
    }

    /** An operator that only the driver's record names is nobody's here. */
    private static @Nullable UUID holder(DispatchRequest request, LicenceKind kind) {
        return switch (kind.holder()) {
            case VEHICLE -> request.vehicleId();
            case DRIVER -> request.driverId();
            case OPERATOR -> request.operatorId();
        };
    }
}
