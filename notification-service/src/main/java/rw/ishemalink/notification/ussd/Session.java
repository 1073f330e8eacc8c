package rw.ishemalink.notification.ussd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.ussd.UssdState.Home;
import rw.ishemalink.schemas.Language;

/**
 * Where somebody is in the menu.
 *
 * @param phone who dials, +2507XXXXXXXX
 * @param agent whether they may book for others
 * @param trail the screens before, for the way back
 * @param notice what is said above the screen
 */
public record Session(
        String phone,
        Language language,
        boolean agent,
        UssdState state,
        List<UssdState> trail,
        @Nullable Notice notice) {

    /** More steps back than anybody remembers. */
    private static final int LONGEST_TRAIL = 12;

    public Session {
        trail = List.copyOf(trail);
    }

    /** At the main menu. */
    public static Session start(String phone, Language language, boolean agent) {
        return new Session(phone, language, agent, new Home(), List.of(), null);
    }

    /** Dialled again after the last session broke off. */
    public Session after(Session broken) {
        if (broken.state instanceof UssdState.Dropped) {
            return onlyAt(broken.state);
        }
        return broken.state.worthResuming() ? onlyAt(new UssdState.Dropped(broken.state, broken.trail)) : this;
    }

    Session to(UssdState next) {
        List<UssdState> more = new ArrayList<>(trail);
        more.add(state);
        return at(next, more.subList(Math.max(0, more.size() - LONGEST_TRAIL), more.size()));
    }

    /** On the same step of the way: another page, a narrower list. */
    Session instead(UssdState next) {
        return at(next, trail);
    }

    /** Where no step leads back to what was done. */
    Session onlyAt(UssdState next) {
        return at(next, List.of());
    }

    Session at(UssdState next, List<UssdState> way) {
        return new Session(phone, language, agent, next, way, null);
    }

    Session told(Notice said) {
        return new Session(phone, language, agent, state, trail, said);
    }

    Session back() {
        return trail.isEmpty() ? home() : at(trail.getLast(), trail.subList(0, trail.size() - 1));
    }

    Session home() {
        return onlyAt(new Home());
    }

    Session in(Language other) {
        return new Session(phone, other, agent, state, trail, null);
    }

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Session[" + language + ", " + state.getClass().getSimpleName() + "]";
    }
}
