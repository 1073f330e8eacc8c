package rw.ishemalink.local.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rw.ishemalink.local.story.Cast;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.RefusedException;

/** Who sends: real people of the suite in each role. A fuzz may well log them out, or take their role: they log in again. */
final class People {

    private static final List<String> STAFF = List.of("DISPATCHER", "CUSTOMS_INSPECTOR", "AUDITOR", "TENANT_ADMIN");

    private final List<Map.Entry<String, Person>> all = new ArrayList<>();

    People(Cast cast) {
        all.add(Map.entry("ADMINISTRATOR", cast.admin()));
        all.add(Map.entry("SENDER", cast.sender("Uwase")));
        all.add(Map.entry("DRIVER", cast.motoDriver("Mugisha").person()));
        all.add(Map.entry("TRUCK_DRIVER", cast.truckDriver("Kamanzi").person()));
        all.add(Map.entry("GOVERNMENT", cast.official("Official", "RURA")));
        all.add(Map.entry("AGENT", cast.agent("Agent")));
        STAFF.forEach(role -> all.add(Map.entry(role, cast.staff("Staff " + role, role))));
    }

    /** All of them, each with a token that counts. */
    List<Sender> loggedIn() {
        return all.stream()
                .flatMap(one -> loggedIn(one.getKey(), one.getValue()))
                .toList();
    }

    /** Somebody who cannot come back, for too many codes or a block, is left out. */
    private static Stream<Sender> loggedIn(String name, Person person) {
        try {
            person.phone().get("/api/auth/me");
        } catch (RefusedException e) {
            return comesBack(person) ? Stream.of(new Sender(name, person.token())) : Stream.empty();
        }
        return Stream.of(new Sender(name, person.token()));
    }

    private static boolean comesBack(Person person) {
        try {
            return !person.logIn().token().isEmpty();
        } catch (RefusedException | IllegalStateException e) {
            return false;
        }
    }
}
