package rw.ishemalink.compliance.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.LicenceQuestion.Kind;
import rw.ishemalink.compliance.licence.LicenceRegister;

/** The questions that a request raises, and the answers to them. */
final class LicenceAnswers {

    private final Map<LicenceQuestion, LicenceAnswer> answers;

    private LicenceAnswers(Map<LicenceQuestion, LicenceAnswer> answers) {
        this.answers = answers;
    }

    /** Asks the register everything that the request needs; nothing about a driver who is not on record. */
    static LicenceAnswers ask(LicenceRegister register, DispatchRequest request, Optional<DriverRecord> driver) {
        Map<LicenceQuestion, LicenceAnswer> answers = new LinkedHashMap<>();
        questions(request, driver).forEach(question -> answers.put(question, register.ask(question)));
        return new LicenceAnswers(answers);
    }

    /** The same, each answer replaced by what counts. */
    LicenceAnswers settled(BiFunction<LicenceQuestion, LicenceAnswer, LicenceAnswer> settle) {
        Map<LicenceQuestion, LicenceAnswer> settled = new LinkedHashMap<>();
        answers.forEach((question, answer) -> settled.put(question, settle.apply(question, answer)));
        return new LicenceAnswers(settled);
    }

    /** The answer about that kind; no answer where none was asked for. */
    LicenceAnswer get(Kind kind) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(LicenceAnswer.NoAnswer::new);
    }

    private static List<LicenceQuestion> questions(DispatchRequest request, Optional<DriverRecord> driver) {
        Stream<LicenceQuestion> ofVehicle =
                Stream.of(new LicenceQuestion(Kind.VEHICLE_AUTHORISATION, request.vehiclePlate()));
        Stream<LicenceQuestion> ofDriver =
                driver.stream().map(known -> new LicenceQuestion(Kind.DRIVER_AUTHORISATION, known.licenceNumber()));
        Stream<LicenceQuestion> ofOperator = driver.map(DriverRecord::operatorTin).stream()
                .map(tin -> new LicenceQuestion(Kind.OPERATOR_LICENCE, tin));
        return Stream.of(ofDriver, ofVehicle, ofOperator).flatMap(all -> all).toList();
    }
}
