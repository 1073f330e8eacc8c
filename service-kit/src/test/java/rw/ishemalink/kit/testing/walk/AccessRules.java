package rw.ishemalink.kit.testing.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.local.openapi.ApiDocument;
import rw.ishemalink.local.openapi.Operation;

/** What must hold whatever a table says. */
final class AccessRules {

    /** They see what is theirs; the tenant's staff and those who check it see more. */
    private static final Set<Role> PEOPLE =
            Set.of(Role.CUSTOMER, Role.SENDER, Role.EXPORTER, Role.AGENT, Role.DRIVER, Role.SERVICE);

    private final Set<String> open;
    private final Map<String, Set<Role>> acrossTenants;
    private final Map<String, Set<Role>> forStrangers;

    AccessRules(Set<String> open, Map<String, Set<Role>> acrossTenants, Map<String, Set<Role>> forStrangers) {
        this.open = open;
        this.acrossTenants = acrossTenants;
        this.forStrangers = forStrangers;
    }

    /** Every breach, in words that name the request. */
    List<String> breaches(ApiDocument document, List<Visit> visits, List<String> marks) {
        List<String> found = new ArrayList<>(openAsDeclared(document));
        for (Visit visit : visits) {
            if (visit.outcome() == Outcome.FAILED) {
                found.add("failed: " + visit);
            }
            switch (visit.visitor().kind()) {
                case NOBODY -> {
                    if (visit.outcome() != Outcome.NO_TOKEN && !open.contains(visit.endpoint())) {
                        found.add("no 401 without a valid token: " + visit);
                    }
                }
                case OTHER_TENANT -> {
                    if (seesOurs(visit, marks) && !isAllowed(acrossTenants, visit)) {
                        found.add("another tenant was let in: " + visit);
                    }
                }
                case OTHER_OPERATOR -> {
                    if (seesOurs(visit, marks) && !isAllowed(forStrangers, visit)) {
                        found.add("another operator was let in: " + visit);
                    }
                }
                case STRANGER -> {
                    if (isPerson(visit) && seesOurs(visit, marks) && !isAllowed(forStrangers, visit)) {
                        found.add("a stranger was let in: " + visit);
                    }
                }
                case OWNER -> {}
            }
        }
        return found;
    }

    private List<String> openAsDeclared(ApiDocument document) {
        Set<String> described = document.operations().stream()
                .filter(Operation::open)
                .map(Operation::key)
                .collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        described.stream()
                .filter(one -> !open.contains(one))
                .sorted()
                .forEach(one -> found.add("described as open, but nobody says why: " + one));
        open.stream()
                .filter(one -> !described.contains(one))
                .sorted()
                .forEach(one -> found.add("declared open, but not described so: " + one));
        return found;
    }

    /** Let in on a real row, or shown anything of one. */
    private boolean seesOurs(Visit visit, List<String> marks) {
        return visit.outcome() == Outcome.IN
                && !open.contains(visit.endpoint())
                && (visit.request().real() || marks.stream().anyMatch(visit.answer()::contains));
    }

    private static boolean isAllowed(Map<String, Set<Role>> exceptions, Visit visit) {
        Set<Role> roles = exceptions.getOrDefault(visit.endpoint(), Set.of());
        return visit.visitor().role().filter(roles::contains).isPresent();
    }

    private static boolean isPerson(Visit visit) {
        return visit.visitor().role().filter(PEOPLE::contains).isPresent();
    }
}
