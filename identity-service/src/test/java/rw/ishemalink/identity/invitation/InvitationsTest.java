package rw.ishemalink.identity.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class InvitationsTest {

    private static final String INVITATIONS = "/api/auth/invitations";
    private static final String ACT = INVITATIONS + "/{id}/{act}";

    @Inject
    Jdbi jdbi;

    private Account inviter;
    private Account approver;
    private Account invited;

    @BeforeEach
    void two_administrators_and_somebody_new() {
        inviter = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
        approver = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
        invited = Accounts.newcomer();
    }

    @Test
    void one_proposes_another_approves_the_invited_accepts() {
        try (EventTap told = EventTap.on(Topics.IDENTITY_EVENTS)) {
            String id = propose(inviter, Map.of("role", "GOVERNMENT", "agency", "RURA"));
            own().body("$", equalTo(List.of()));
            act(approver, id, "approve", 200)
                    .body("state", equalTo("APPROVED"))
                    .body("approvedBy", equalTo(approver.personId().toString()));
            NotificationRequest sms = Codes.awaitMessage(Accounts.TENANT, invited.phone(), Accounts.wrote(invited));
            assertThat(sms.getTemplate()).isEqualTo(RequestedTemplate.INVITATION);
            assertThat(sms.getParameters()).isEqualTo(Map.of("role", "GOVERNMENT", "by", "IshemaLink"));

            own().body("invitationId", contains(id)).body("agency", contains("RURA"));
            act(invited, id, "accept", 200).body("state", equalTo("ACCEPTED"));
            given().contentType("application/json")
                    .body(Map.of("refreshToken", invited.refreshToken()))
                    .post("/api/auth/tokens/refresh")
                    .then()
                    .statusCode(401);
            assertThat(Accounts.login(Accounts.TENANT, invited.phone()).roles()).contains("GOVERNMENT");
            IdentityEvent granted = told.awaitOne(
                    IdentityEvent.class,
                    event -> event.getPersonId().equals(invited.personId())
                            && event.getChange() == IdentityChange.ROLE_GRANTED);
            assertThat(granted.getAgency()).isEqualTo("RURA");
            assertThat(granted.getActorId()).isEqualTo(approver.personId());
            assertThat(told.listFor(invited.personId(), IdentityEvent.class))
                    .extracting(IdentityEvent::getChange)
                    .containsSequence(
                            IdentityChange.INVITED, IdentityChange.INVITATION_APPROVED, IdentityChange.ROLE_GRANTED);
        }
    }

    @Test
    void who_proposed_does_not_approve_and_neither_does_the_invited() {
        String id = propose(inviter, Map.of("role", "AUDITOR"));
        act(inviter, id, "approve", 403).body("type", equalTo("urn:ishemalink:problem:four-eyes"));
        act(invited, id, "approve", 403);

        Account third = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
        String ofAdmin = proposePhone(inviter, third.phone(), Map.of("role", "AUDITOR"))
                .statusCode(201)
                .extract()
                .path("invitationId");
        act(third, ofAdmin, "approve", 403).body("type", equalTo("urn:ishemalink:problem:four-eyes"));
        proposePhone(inviter, inviter.phone(), Map.of("role", "AUDITOR")).statusCode(403);
    }

    @Test
    void the_database_holds_the_four_eyes_as_well() {
        UUID id = UUID.fromString(propose(inviter, Map.of("role", "AUDITOR")));
        for (UUID same : List.of(inviter.personId(), invited.personId())) {
            assertThatThrownBy(() -> update(
                            "update invitation set state = 'APPROVED', approved_by = ? where invitation_id = ?",
                            same,
                            id))
                    .hasMessageContaining("invitation_by_four_eyes");
        }
        assertThatThrownBy(() -> update("update invitation set state = 'APPROVED' where invitation_id = ?", id))
                .hasMessageContaining("invitation_approved_first");
        assertThatThrownBy(() -> update(
                        "insert into person_role (person_id, tenant, role, granted_by) values (?, 'ishemalink',"
                                + " 'AUDITOR', ?)",
                        invited.personId(),
                        inviter.personId()))
                .hasMessageContaining("needs an accepted invitation");
    }

    @Test
    void nothing_is_accepted_before_it_is_approved_and_nothing_twice() {
        String id = propose(inviter, Map.of("role", "CUSTOMS_INSPECTOR"));
        act(invited, id, "accept", 404);
        act(approver, id, "approve", 200);
        Accounts.wrote(invited);
        act(approver, id, "approve", 409).body("type", equalTo("urn:ishemalink:problem:invitation-over"));
        act(inviter, id, "accept", 403).body("type", equalTo("urn:ishemalink:problem:not-your-invitation"));
        Accounts.newcomer().call().post(ACT, id, "accept").then().statusCode(404);

        List<Integer> answers =
                Race.run(4, () -> invited.call().post(ACT, id, "accept").statusCode());
        assertThat(answers).containsOnlyOnce(200);
        proposePhone(inviter, invited.phone(), Map.of("role", "CUSTOMS_INSPECTOR"))
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:role-held-already"));
    }

    @Test
    void each_of_them_may_say_no_and_it_is_over() {
        String refusedByApprover = propose(inviter, Map.of("role", "AUDITOR"));
        act(inviter, refusedByApprover, "refuse", 403);
        act(approver, refusedByApprover, "refuse", 200).body("state", equalTo("REFUSED"));

        String refusedByInvited = propose(inviter, Map.of("role", "AUDITOR"));
        act(approver, refusedByInvited, "approve", 200);
        act(invited, refusedByInvited, "refuse", 200);
        act(invited, refusedByInvited, "accept", 409);

        String withdrawn = propose(inviter, Map.of("role", "AUDITOR"));
        proposePhone(approver, invited.phone(), Map.of("role", "AUDITOR"))
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:invitation-exists"));
        act(inviter, withdrawn, "withdraw", 200).body("state", equalTo("WITHDRAWN"));
        act(approver, withdrawn, "approve", 409);
    }

    @Test
    void an_invitation_is_over_after_seven_days() {
        UUID id = UUID.fromString(propose(inviter, Map.of("role", "AUDITOR")));
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(sql -> sql.createQuery(
                                "select expires_at = created_at + interval '7 days' from invitation where"
                                        + " invitation_id = ?")
                        .bind(0, id)
                        .mapTo(Boolean.class)
                        .one()))
                .isTrue();
        update(
                "update invitation set created_at = created_at - interval '8 days', expires_at = now() where"
                        + " invitation_id = ?",
                id);

        act(approver, id.toString(), "approve", 409);
        await().untilAsserted(() -> assertThat(jdbi.<String, RuntimeException>withHandle(
                        sql -> sql.createQuery("select state from invitation where invitation_id = ?")
                                .bind(0, id)
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("EXPIRED"));
        propose(inviter, Map.of("role", "AUDITOR"));
    }

    @Test
    void an_operator_invites_its_dispatchers_and_an_administrator_or_colleague_approves() {
        Account admin = Accounts.platformAdmin();
        UUID operatorId = Accounts.newOperator(admin);
        Account operator = Accounts.staff(Role.OPERATOR, operatorId);
        Account colleague = Accounts.staff(Role.OPERATOR, operatorId);
        Account rival = Accounts.staff(Role.OPERATOR, Accounts.newOperator(admin));

        proposePhone(operator, invited.phone(), Map.of("role", "OPERATOR", "operatorId", operatorId))
                .statusCode(403);
        proposePhone(rival, invited.phone(), Map.of("role", "DISPATCHER", "operatorId", operatorId))
                .statusCode(404);
        String id = proposePhone(operator, invited.phone(), Map.of("role", "DISPATCHER", "operatorId", operatorId))
                .statusCode(201)
                .extract()
                .path("invitationId");
        act(rival, id, "approve", 404);
        act(colleague, id, "approve", 200);
        Accounts.wrote(invited);
        act(invited, id, "accept", 200);
        Accounts.login(Accounts.TENANT, invited.phone())
                .call()
                .get("/api/auth/me")
                .then()
                .body("operatorId", equalTo(operatorId.toString()))
                .body("roles", hasItem("DISPATCHER"));
        colleague.call().get(INVITATIONS).then().statusCode(200).body("invitationId", hasItem(id));
        rival.call().get(INVITATIONS).then().statusCode(200).body("invitationId", not(hasItem(id)));
    }

    @Test
    void nobody_invites_above_themselves_or_into_another_tenant() {
        proposePhone(inviter, invited.phone(), Map.of("role", "PLATFORM_ADMIN")).statusCode(403);
        proposePhone(inviter, invited.phone(), Map.of("role", "AUDITOR", "tenant", Accounts.newTenant()))
                .statusCode(404);
        proposePhone(inviter, invited.phone(), Map.of("role", "SENDER")).statusCode(400);
        proposePhone(inviter, "0252", Map.of("role", "AUDITOR")).statusCode(400);
        proposePhone(invited, invited.phone(), Map.of("role", "AUDITOR")).statusCode(403);
        given().contentType("application/json")
                .body(Map.of())
                .post(INVITATIONS)
                .then()
                .statusCode(401);
        given().get(INVITATIONS).then().statusCode(401);
        given().get("/api/auth/me/invitations").then().statusCode(401);
        given().post(ACT, UUID.randomUUID(), "accept").then().statusCode(401);
        invited.call().get(INVITATIONS).then().statusCode(403);
        inviter.call().post(ACT, UUID.randomUUID(), "approve").then().statusCode(404);
    }

    @Test
    void a_new_tenants_first_administrators_are_the_platforms_doing() {
        String tenant = Accounts.newTenant();
        Account first = Accounts.with(tenant, Role.TENANT_ADMIN);
        assertThat(first.roles()).contains("TENANT_ADMIN");

        Account elsewhere = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);
        String id = propose(inviter, Map.of("role", "AUDITOR"));
        act(elsewhere, id, "approve", 404);
        elsewhere.call().get(INVITATIONS).then().body("invitationId", not(hasItem(id)));
        Accounts.secondAdmin().call().get(INVITATIONS).then().body("invitationId", hasItem(id));
    }

    private String propose(Account by, Map<String, ?> what) {
        return proposePhone(by, invited.phone(), what)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("phone", equalTo(invited.phone()))
                .body("$", not(hasKey("approvedBy")))
                .extract()
                .path("invitationId");
    }

    private static ValidatableResponse proposePhone(Account by, String phone, Map<String, ?> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("phone", phone);
        return by.call().body(body).post(INVITATIONS).then();
    }

    private static ValidatableResponse act(Account by, String id, String act, int status) {
        return by.call().post(ACT, id, act).then().statusCode(status);
    }

    private ValidatableResponse own() {
        return invited.call().get("/api/auth/me/invitations").then().statusCode(200);
    }

    private void update(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }
}
