package rw.ishemalink.notification.ussd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import rw.ishemalink.notification.ussd.Step.Ask;
import rw.ishemalink.notification.ussd.Step.Show;
import rw.ishemalink.schemas.Language;

/** Somebody with a phone in the hand, and an API behind the menu. */
final class Dialogue {

    private final UssdMenu menu = new UssdMenu(Rwanda.REFERENCE);
    private final Function<ApiCall, ApiAnswer> api;
    private final List<ApiCall> calls = new ArrayList<>();
    private Session session;

    private Dialogue(Session session, Function<ApiCall, ApiAnswer> api) {
        this.session = session;
        this.api = api;
    }

    static Dialogue of(Language language, boolean agent) {
        return of(language, agent, ObligingApi::answer);
    }

    static Dialogue of(Language language, boolean agent, Function<ApiCall, ApiAnswer> api) {
        return new Dialogue(Session.start(Rwanda.PHONE, language, agent), api);
    }

    static Dialogue at(Session session) {
        return new Dialogue(session, ObligingApi::answer);
    }

    Dialogue type(String... inputs) {
        for (String input : inputs) {
            Step step = menu.decide(session, input);
            while (step instanceof Ask(Session asking, ApiCall call)) {
                calls.add(call);
                step = menu.answered(asking, call, api.apply(call));
            }
            session = ((Show) step).session();
        }
        return this;
    }

    Session session() {
        return session;
    }

    UssdState state() {
        return session.state();
    }

    Screen screen() {
        return new Screens(Rwanda.REFERENCE, session.language()).show(session);
    }

    List<ApiCall> calls() {
        return calls;
    }
}
