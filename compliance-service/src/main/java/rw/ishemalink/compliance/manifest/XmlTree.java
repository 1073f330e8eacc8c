package rw.ishemalink.compliance.manifest;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.text.Clip;

/** Writes XML as it is nested in the code. Text is cut to what its element may hold and rid of what XML cannot. */
final class XmlTree {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String NOTHING_SAID = "-";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlTree() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element with others in it. */
    XmlTree branch(String name, Runnable content) {
        try {
            xml.writeStartElement(name);
            content.run();
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /**
     * An element with text of 1 to so many characters; a dash where there is nothing to say. A character beyond U+FFFF
     * counts as two: XML Schema counts it as one, but the JDK's validator, like other readers, counts UTF-16 units, and
     * what is cut to the smaller number is valid for both.
     */
    XmlTree leaf(String name, String value, int maxLength) {
        String clean = NOT_XML.matcher(value).replaceAll(" ").strip();
        String cut = Clip.atMost(maxLength, clean).strip();
        return write(name, cut.isEmpty() ? NOTHING_SAID : cut);
    }

    /** An element with a number. */
    XmlTree leaf(String name, long value) {
        return write(name, Long.toString(value));
    }

    /** An element with nothing to say: {@code <null/>} in it, as ASYCUDA World's declarations have it. */
    XmlTree absent(String name) {
        try {
            xml.writeStartElement(name);
            xml.writeEmptyElement("null");
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element with text, or {@code <null/>} where there is none. */
    XmlTree maybe(String name, @Nullable String value, int maxLength) {
        return value == null ? absent(name) : leaf(name, value, maxLength);
    }

    /** The document; nothing can be added after. */
    String end() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private XmlTree write(String name, String value) {
        try {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(XMLStreamException e) {
        return new IllegalStateException("XML cannot be written", e);
    }
}
