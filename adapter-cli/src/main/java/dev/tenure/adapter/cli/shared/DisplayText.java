package dev.tenure.adapter.cli.shared;

import java.util.ArrayList;
import java.util.List;

/** Text as a terminal shows it: its width in columns, cut to fit, without control characters. */
final class DisplayText {

    private static final String CUT = "…";

    // First and last code point of the blocks that take two columns.
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x2329, 0x232A},
        {0x23E9, 0x23EC},
        {0x2614, 0x2615},
        {0x26A1, 0x26A1},
        {0x2705, 0x2705},
        {0x274C, 0x274C},
        {0x2E80, 0x303E},
        {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private DisplayText() {}

    /**
     * One line without control characters: names come from outside, and an escape sequence in one must not reach the
     * terminal.
     */
    static String oneLine(String text) {
        if (text.codePoints().noneMatch(DisplayText::steers)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> steers(c) ? ' ' : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    /** The text, or its beginning and an ellipsis if it is wider than so many columns. */
    static String fit(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder start = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            if (used + width(c) > columns - 1) {
                break;
            }
            start.appendCodePoint(c);
            used += width(c);
        }
        return start.append(CUT).toString();
    }

    /** The text in lines of so many columns, broken at blanks; a longer word stays whole. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (c < block[0]) {
                return 1;
            }
            if (c <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

    // Controls, line and paragraph separators, and the marks that change the direction of writing.
    private static boolean steers(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
