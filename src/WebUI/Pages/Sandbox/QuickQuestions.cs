namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>What customers write, ready to tap; in both languages whatever the screen speaks, because customers do.</summary>
public static class QuickQuestions
{
    public static readonly string[] French =
    [
        "Bonjour, vous avez quoi en ce moment\u202f?",
        "C’est combien, le pagne\u202f?",
        "C’est trop cher, dernier prix\u202f?",
        "Vous livrez à Adidogomé\u202f?",
        "Je veux parler à quelqu’un.",
    ];

    public static readonly string[] English =
    [
        "Hello, what do you have in stock?",
        "How much is the fabric?",
        "Too expensive, what is your last price?",
        "Do you deliver to Adidogomé?",
        "I want to talk to a person.",
    ];
}
