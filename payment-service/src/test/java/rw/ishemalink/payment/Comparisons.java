package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static rw.ishemalink.kit.testing.Patience.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.collecting.Provider;

/** Has days compared, as the platform's staff do. */
final class Comparisons {

    static final String PATH = "/api/payments/reconciliations";

    private static final LocalDate FIRST = LocalDate.of(2001, 1, 10);
    private static final int DAYS_APART = 10;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final UnitOfWork unitOfWork;

    Comparisons(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** A day that no other test uses, nor the days around it. */
    static LocalDate freshDay() {
        return FIRST.plusDays((long) DAYS_APART * DAYS.getAndIncrement());
    }

    static String staff() {
        return TestToken.of(Role.PLATFORM_ADMIN).tenant("the-platform").sign();
    }

    /** Asks for it, awaits that it was tried, and answers how the run stands. */
    JsonPath compare(Provider provider, LocalDate day) {
        int before = tries(provider, day);
        request(staff(), provider.name(), day.toString()).statusCode(202);
        await().atMost(LONGEST).until(() -> tries(provider, day) > before);
        return given().auth()
                .oauth2(staff())
                .get(PATH + "/" + provider + "/" + day)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse request(String token, String provider, String day) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("provider", provider, "day", day))
                .post(PATH)
                .then();
    }

    /** How often it was tried to the end. */
    private int tries(Provider provider, LocalDate day) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select tries from reconciliation
                         where provider = :provider and day = :day and claim is null""")
                .bind("provider", provider)
                .bind("day", day)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }
}
