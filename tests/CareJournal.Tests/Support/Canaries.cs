using System.Reflection;
using System.Text;

namespace CareJournal.Support;

/// <summary>Words that nobody else writes: put into every text, and then looked for in every file.</summary>
public sealed class Canaries
{
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <summary>A new word as it is typed: with an accent before it, which the hunt leaves out, since JSON writes that in its own way.</summary>
    public string Next(string of)
    {
        string word = $"{of}Coquelicot{_words.Count:000}";
        _words.Add(word);
        return "é" + word;
    }

    /// <summary>Puts a word of its own into every text of a form.</summary>
    public T Fill<T>(T form)
        where T : class
    {
        foreach (PropertyInfo text in form.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            text.SetValue(form, Next(text.Name));
        }

        return form;
    }

    /// <summary>Which of the words stand in the files of a folder, in UTF-8 or UTF-16, and in which file.</summary>
    public IReadOnlyList<string> Hunt(string folder)
    {
        List<string> found = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
        {
            byte[] bytes = ReadShared(file);
            foreach (string word in _words)
            {
                if (new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(encoding => bytes.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0))
                {
                    found.Add($"{Path.GetFileName(file)}: {word}");
                }
            }
        }

        return found;
    }

    private static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
