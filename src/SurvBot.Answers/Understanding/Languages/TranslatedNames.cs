using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Languages;

/// <summary>English names of places, peoples and months that a text has in another language: "Deutschland" allows "Germany" and "German".</summary>
/// <remarks>Forms are beginnings of words, so that endings do not matter, or with "=" whole words; accents are folded. A name that is missing here cannot be translated: the question is then read by rules.</remarks>
internal sealed class TranslatedNames
{
    private readonly HashSet<string> told;
    private readonly HashSet<string> words;

    public TranslatedNames(string text)
    {
        var all = new List<string>();
        var walk = new Tokenizer(text);
        while (walk.MoveNext())
            all.Add(walk.Word.ToString());
        string folded = string.Concat(all);
        words = [.. all];
        bool IsIn(string form) => form[0] >= '\u3040' ? folded.Contains(form, StringComparison.Ordinal) : all.Exists(word => Is(form, word));
        told = [.. Rows.Where(row => row.Forms.Any(IsIn)).SelectMany(row => row.English)];
    }

    /// <summary>Whether the text has this English word, which is in small letters, in its own language.</summary>
    public bool Holds(string english) => told.Contains(english);

    /// <summary>Whether a word of another language stands for an English one that the text has.</summary>
    public bool HasForm(string word) => Rows.Any(row => row.English.Any(words.Contains) && row.Forms.Any(form => Is(form, word)));

    private static bool Is(string form, string word) => form[^1] == '=' ? word == form[..^1] : word.StartsWith(form, StringComparison.Ordinal);

    private static readonly IReadOnlyList<(string[] English, string[] Forms)> Rows =
    [
        .. """
        germany german germans | deutsch allemagn allemand aleman germani tedesc duits niemc niemiec tysk герман немец німеч 德国 ドイツ 독일
        france french | frankr franzos francia= frances= francais frances francuz francj franca= frans= fransk фран 法国 フランス 프랑스
        italy italian italians | itali wloch= wlosk wlochy итал італ 意大利 イタリア 이탈리아
        spain spanish | spanie spanisch spansk spanje spaans espan espagn spagn hiszp испан іспан 西班牙 スペイン 스페인
        portugal portuguese | portug португ
        netherlands dutch | niederl holland neerland olandes paesi nederl holand нидерл нідерл 荷兰 オランダ
        poland polish | polen= polnisch polon polsk polsce polac pools польш польс 波兰
        sweden swedish | schwed suede= suedois sueci suec= svezi svedes zweden= zweeds szwec szwed svensk sverige швец 瑞典
        switzerland swiss | schweiz suisse svizz suiza= suizo suica zwitser szwajc швейцар 瑞士
        austria austrian | osterreich autrich austria oostenrijk австри
        belgium belgian | belgi belg= бельг
        britain british uk united kingdom england english | grossbrit britann brit= brytan britt konigreich royaume= angl reino= ingles inglat inglez inghilt regno= koninkrijk engel engels wielk storbrit engl англ брит 英国 イギリス 영국
        ireland irish | irland ирланд ірланд
        europe european europeans eu union | europ eu= ue= европ європ 欧洲 欧盟 ヨーロッパ 유럽
        russia russian russians | russi russl russe= russes= russo= russa= rusia rusos rusa= ruso= rosja rosji rosyj ryss росси росій русск 俄罗斯 ロシア 러시아
        ukraine ukrainian | ukrain ucrain ucran oekrai украин україн 乌克兰 ウクライナ
        china chinese | china chine= chinois chines cina= cines kina= kines chiny chinach chinsk кита 中国 中國 중국
        hong kong | hongkong гонконг 香港
        taiwan taiwanese | taiwan тайван 台湾
        japan japanese | japan japon giappon japao япон 日本 일본
        korea korean south north | korea korean coree corea coreia corean coreen коре= кореи кореє 韩国 朝鲜 한국
        india indian | indien indier india= indian indiano inde= indie= indii= индия= индии= індії= 印度 インド 인도
        israel israeli | israel izrael израил ізраїл 以色列 イスラエル
        turkey turkish | turkei turkisch turkij turki turqu turqui turqi turci turcj turch tureck турци турец туреч 土耳其
        iran iranian | iran иран іран 伊朗
        saudi arabia | saudi saudit saoudit saudisch саудов
        egypt egyptian | agypt egypt egipt egitt египет
        africa african south | afrik afriq africa afryk африк 非洲
        america american americans usa us united states | amerik americ ameryk usa= unis= unidos= uniti= eua= eeuu= америк сша= 美国 アメリカ 미국
        mexico mexican | mexik mexic messic meksyk мексик 墨西哥
        brazil brazilian | brasil bresil brazyl brazili бразил 巴西
        canada canadian | kanad canad канад 加拿大
        australia australian | austral австрали 澳大利亚
        london | londres= londra= londyn londen= лондон 伦敦
        paris | parigi= paryz parijs париж 巴黎
        berlin | berlin берлин 柏林
        munich | munchen monaco= monachium мюнхен
        vienna | wien= vienne= viena= wenen= wiedn вена= вене=
        brussels | brussel bruxel bruksel bryssel брюссел
        geneva | genf= geneve ginebra ginevra genebra genew женев
        rome | rom= roma= rzym рим= риме=
        milan | mailand= milano= mediolan
        moscow | moskau moscou moscu= mosca= moskou moskw moskva москв 莫斯科
        warsaw | warschau varsovi varsavia warszaw варшав
        prague | prag= praga= praha= praag=
        athens | athen= athenes atenas atene=
        lisbon | lissabon lisbo lizbon
        beijing | peking pekin= pechino pequim пекин 北京
        shanghai | шанха 上海
        shenzhen | шэньчжэн 深圳
        xinjiang | синьцзян 新疆
        uyghur uyghurs uighur uighurs | uigur ouighour ujgur уйгур 维吾尔
        tokyo | tokio= токио 东京 東京
        new york delhi | neu= nueva= nuova= nova= nowy= nowym= нью 纽约 ニューヨーク
        san francisco | francisco= 旧金山 サンフランシスコ
        los angeles | angeles= 洛杉矶
        california | kaliforni californi калифорн 加州 カリフォルニア
        january | januar janvier= enero= gennaio= janeiro= styczn январ січн
        february | februar fevrier= febrero= febbraio= fevereiro= luty= lutego= lutym= феврал лютого=
        march | marz= mars= marzo= marco= maart= marca= marcu= марта= марте= березн
        april | april avril= abril= aprile= kwiec апрел квітн
        may | mai= mayo= maggio= maio= mei= maja= maju= maj= мая= мае= травн
        june | juni= juin= junio= giugno= junho= czerwc июня= июне= червн
        july | juli= juillet= julio= luglio= julho= lipca= lipcu= июля= июле= липн
        august | august= aout= agosto= augustus= augusti= sierpn август серпн
        september | septemb settembre= setembro= wrzesn wrzesi сентябр вересн
        october | oktob octub octobre= ottobre= outubro= pazdz октябр жовтн
        november | novemb noviemb listopad ноябр листопад
        december | dezemb decemb diciemb dicembre= grudn grudz декабр грудн
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Row),
    ];

    private static (string[] English, string[] Forms) Row(string line)
    {
        string[] sides = line.Split('|', StringSplitOptions.TrimEntries);
        return (sides[0].Split(' '), sides[1].Split(' '));
    }
}
