using System.Reflection;
using System.Text;

namespace CareJournal.Support;

/// <summary>Words that appear nowhere else: put into every text, and then looked for in every file.</summary>
public sealed class Canaries
{
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <summary>Returns a new word as it is typed, with an accent before it; the hunt leaves the accent out, since JSON escapes it.</summary>
    public string Next(string of)
    {
        string word = $"{of}Coquelicot{_words.Count:000}";
        _words.Add(word);
        return "é" + word;
    }

    /// <summary>Puts a new word into every text of a form.</summary>
    public T Fill<T>(T form)
        where T : class
    {
        foreach (PropertyInfo text in form.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            text.SetValue(form, Next(text.Name));
        }

        return form;
    }

    /// <summary>Returns the words that the files of a folder contain, in UTF-8 or UTF-16, each with its file.</summary>
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
