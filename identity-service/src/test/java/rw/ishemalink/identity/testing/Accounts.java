package rw.ishemalink.identity.testing;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import rw.ishemalink.kit.caller.Role;

/** Makes people, operators and tenants that no other test knows. */
public final class Accounts {

    public static final String TENANT = "ishemalink";

    private static final String ADMIN_PHONE = "+250788000001";
    private static final String SECOND_ADMIN_PHONE = "+250788000002";

    /** 001 to 999. */
    private static final int PLATES_OF_A_SERIES = 999;

    /** A to N: plates have no O. */
    private static final int LETTERS = 14;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000, 5_000_000));
    private static final Map<String, Integer> MESSAGES = new ConcurrentHashMap<>();
    private static final Map<String, Account> ADMINS = new ConcurrentHashMap<>();

    private Accounts() {}

    /** A phone that nobody has. */
    public static String newPhone() {
        return "+25079" + NEXT.incrementAndGet();
    }

    /** A tax number that nobody has. */
    public static String newTin() {
        return "10" + NEXT.incrementAndGet();
    }

    /** A plate that no vehicle has. */
    public static String newPlate() {
        int number = NEXT.incrementAndGet();
        int series = number / PLATES_OF_A_SERIES;
        return "RA" + letter(series)
                + String.format(Locale.ROOT, " %03d ", number % PLATES_OF_A_SERIES + 1)
                + letter(series / LETTERS);
    }

    private static char letter(int number) {
        return (char) ('A' + number % LETTERS);
    }

    /** A licence number that nobody has. */
    public static String newLicence() {
        return "DL" + NEXT.incrementAndGet();
    }

    /** Logs in, for the first time or again. */
    public static Account login(String tenant, String phone) {
        int number = MESSAGES.merge(tenant + phone, 1, Integer::sum);
        Codes.request(tenant, phone).then().statusCode(202);
        JsonPath tokens = Codes.exchange(tenant, phone, Codes.await(tenant, phone, number))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Account(
                tenant,
                phone,
                UUID.fromString(tokens.getString("personId")),
                tokens.getString("accessToken"),
                tokens.getString("refreshToken"),
                tokens.getList("roles", String.class));
    }

    /** A fresh code on the phone of somebody who is logged in. */
    public static String newCode(Account person) {
        int number = MESSAGES.merge(person.tenant() + person.phone(), 1, Integer::sum);
        Codes.request(person.tenant(), person.phone()).then().statusCode(202);
        return Codes.await(person.tenant(), person.phone(), number);
    }

    /** From now on that phone is a new person's, whose messages are counted from one. */
    public static void forgotten(Account person) {
        MESSAGES.remove(person.tenant() + person.phone());
    }

    /** Somebody new in the default tenant. */
    public static Account newcomer() {
        return login(TENANT, newPhone());
    }

    /** The platform's administrator: logs in once a run, as codes are limited. */
    public static Account platformAdmin() {
        return ADMINS.computeIfAbsent(ADMIN_PHONE, phone -> login(TENANT, phone));
    }

    /** The other of the platform's first two administrators. */
    public static Account secondAdmin() {
        return ADMINS.computeIfAbsent(SECOND_ADMIN_PHONE, phone -> login(TENANT, phone));
    }

    /** Somebody new in that tenant who got a role in the way that it comes by, and logged in again. */
    public static Account with(String tenant, Role role) {
        Account person = login(tenant, newPhone());
        switch (role) {
            case CUSTOMER, SENDER, EXPORTER ->
                person.call().post("/api/auth/me/roles/{role}", role).then().statusCode(200);
            case AGENT ->
                platformAdmin()
                        .call()
                        .post("/api/auth/people/{id}/roles/{role}", person.personId(), role)
                        .then()
                        .statusCode(200);
            case GOVERNMENT -> invite(person, Map.of("role", role, "agency", "RRA"));
            case DRIVER, OPERATOR, DISPATCHER, CUSTOMS_INSPECTOR, AUDITOR, TENANT_ADMIN, PLATFORM_ADMIN, SERVICE ->
                invite(person, Map.of("role", role));
        }
        return login(tenant, person.phone());
    }

    /** Somebody new on an operator's staff. */
    public static Account staff(Role role, UUID operatorId) {
        Account person = newcomer();
        invite(person, Map.of("role", role, "operatorId", operatorId));
        return login(TENANT, person.phone());
    }

    /** Invited by one of the platform's administrators, approved by the other, accepted. */
    private static void invite(Account person, Map<String, ?> what) {
        Map<String, Object> invitation = new HashMap<>(what);
        invitation.put("tenant", person.tenant());
        invitation.put("phone", person.phone());
        String id = platformAdmin()
                .call()
                .body(invitation)
                .post("/api/auth/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("invitationId");
        secondAdmin()
                .call()
                .post("/api/auth/invitations/{id}/approve", id)
                .then()
                .statusCode(200);
        wrote(person);
        person.call().post("/api/auth/invitations/{id}/accept", id).then().statusCode(200);
    }

    /** From now on the person has that phone; both phones were told. */
    public static void moved(Account person, String newPhone) {
        int soFar = MESSAGES.getOrDefault(person.tenant() + person.phone(), 0);
        MESSAGES.remove(person.tenant() + person.phone());
        MESSAGES.put(person.tenant() + newPhone, soFar + 2);
    }

    /** Somebody new in the default tenant whose document of that number an agent saw. */
    public static Account identified(String documentNumber) {
        return identified(newcomer(), documentNumber);
    }

    /** The person hands in a document of that number, and an agent sees it. */
    public static Account identified(Account person, String documentNumber) {
        person.call()
                .body(Map.of("kind", "NATIONAL_ID", "number", documentNumber, "validUntil", "2099-12-31"))
                .put("/api/auth/me/document")
                .then()
                .statusCode(200);
        with(person.tenant(), Role.AGENT)
                .call()
                .body(Map.of("phone", person.phone(), "kind", "NATIONAL_ID", "number", documentNumber))
                .post("/api/auth/documents/seen")
                .then()
                .statusCode(200);
        return person;
    }

    /** A document that nobody has. */
    public static String newDocumentNumber() {
        return "11990" + NEXT.incrementAndGet() + "0101";
    }

    /** A message that is no code went to the phone; its number, counted from 1. */
    public static int wrote(Account person) {
        return MESSAGES.merge(person.tenant() + person.phone(), 1, Integer::sum);
    }

    /** A new operator in the administrator's tenant. */
    public static UUID newOperator(Account admin) {
        return UUID.fromString(admin.call()
                .body(Map.of("name", "Ubwikorezi Ltd", "tin", newTin()))
                .post("/api/fleet/operators")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("operatorId"));
    }

    /** A new tenant. */
    public static String newTenant() {
        String tenant = "brand-" + NEXT.incrementAndGet();
        platformAdmin()
                .call()
                .body(Map.of("tenant", tenant, "name", "Another brand"))
                .post("/api/auth/tenants")
                .then()
                .statusCode(201);
        return tenant;
    }
}
