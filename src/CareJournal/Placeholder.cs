namespace CareJournal;
internal static class Placeholder;
