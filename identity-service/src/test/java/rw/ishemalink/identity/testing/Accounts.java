package rw.ishemalink.identity.testing;

import io.restassured.path.json.JsonPath;
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

    /** A message that is no code came to that phone: the next code is one more. */
    public static void wasWrittenTo(String tenant, String phone) {
        MESSAGES.merge(tenant + phone, 1, Integer::sum);
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

    /** Somebody new in that tenant who was granted a role and logged in again. */
    public static Account with(String tenant, Role role) {
        Account person = login(tenant, newPhone());
        platformAdmin()
                .call()
                .post("/api/auth/people/{id}/roles/{role}", person.personId(), role)
                .then()
                .statusCode(200);
        return login(tenant, person.phone());
    }

    /** Somebody new on an operator's staff. */
    public static Account staff(Role role, UUID operatorId) {
        Account person = newcomer();
        platformAdmin()
                .call()
                .queryParam("operatorId", operatorId)
                .post("/api/auth/people/{id}/roles/{role}", person.personId(), role)
                .then()
                .statusCode(200);
        return login(TENANT, person.phone());
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
