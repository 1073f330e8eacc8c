package rw.ishemalink.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** An operator's short message centre on a free port: answers as ordered for each phone. */
final class ShortMessageCentre implements ServerMessageReceiverListener {

    /** What came for a phone. */
    record Submitted(String id, String from, byte coding, String text) {}

    private static final long BIND_MILLIS = 60_000;

    private final Map<String, List<Submitted>> submitted = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    ShortMessageCentre() {
        try {
            socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
            SMPPServerSessionListener door = new SMPPServerSessionListener(socket.getLocalPort(), new OnSocket(socket));
            Thread.ofPlatform().daemon().name("test-smsc").start(() -> serve(door));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OnSocket(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on texts to that phone are answered with that command status. */
    void refuse(String phone, int commandStatus) {
        refusals.put(phone, commandStatus);
    }

    /** From now on they are taken. */
    void take(String phone) {
        refusals.remove(phone);
    }

    List<Submitted> textsTo(String phone) {
        return submitted.getOrDefault(phone, List.of());
    }

    /** Every session ends without a word. */
    void hangUp() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** Tells what became of a text. */
    void report(String phone, String id, String state) {
        String text = "id:%s sub:001 dlvrd:001 submit date:2611220800 done date:2611220801 stat:%s err:042 text:"
                .formatted(id, state);
        deliver(phone, MessageType.SMSC_DEL_RECEIPT, text);
    }

    /** The phone sends us a text. */
    void text(String phone, String text) {
        deliver(phone, MessageType.DEFAULT, text);
    }

    private void deliver(String phone, MessageType type, String text) {
        try {
            sessions.getLast()
                    .deliverShortMessage(
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            phone.substring(1),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            "8284",
                            new ESMClass(MessageMode.DEFAULT, type, GSMSpecificFeature.DEFAULT),
                            (byte) 0,
                            (byte) 0,
                            new RegisteredDelivery(0),
                            new RawDataCoding((byte) 0),
                            text.getBytes(ISO_8859_1));
        } catch (Exception e) {
            throw new IllegalStateException("it was not taken", e);
        }
    }

    private void serve(SMPPServerSessionListener door) {
        try {
            while (true) {
                SMPPServerSession session = door.accept();
                session.setMessageReceiverListener(this);
                session.setTransactionTimer(BIND_MILLIS);
                session.waitForBind(BIND_MILLIS).accept("test");
                sessions.add(session);
            }
        } catch (IOException | TimeoutException | PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        String phone = "+" + submit.getDestAddress();
        Integer refusal = refusals.get(phone);
        if (refusal != null) {
            throw new ProcessRequestException("as ordered", refusal);
        }
        String id = UUID.randomUUID().toString();
        submitted
                .computeIfAbsent(phone, _ -> new CopyOnWriteArrayList<>())
                .add(new Submitted(
                        id,
                        submit.getSourceAddr(),
                        submit.getDataCoding(),
                        new String(submit.getShortMessage(), ISO_8859_1)));
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not spoken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
